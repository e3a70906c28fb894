package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.quell.blocklist.ListChanged;
import dev.quell.known.KnownCallers;
import dev.quell.security.people.Accounts;
import dev.quell.security.tokens.Tokens;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.RowsTaken;
import dev.quell.storage.share.SharedRow;
import dev.quell.tuning.Tuner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What memory is told of rows of other instances. */
class ReplicaNewsTest {

    private static final Instant NOW = Calls.NOW;
    private static final Instant AHEAD = NOW.plusSeconds(3600);

    private final List<Object> told = new ArrayList<>();
    private final Tuner tuner = mock(Tuner.class);
    private final ReplicaNews news = new ReplicaNews(
            mock(KnownCallers.class),
            mock(NearCache.class),
            mock(Accounts.class),
            mock(Tokens.class),
            tuner,
            told::add);

    private ListChanged heard(@Nullable Instant removed) {
        Map<String, @Nullable Object> row = new HashMap<>(Map.of(
                "id",
                1L,
                "kind",
                "BLOCK",
                "pattern",
                "+8613800138000",
                "reason",
                "rude",
                "author",
                "ann",
                "origin",
                "MANUAL",
                "created_at",
                AHEAD.toEpochMilli(),
                "expires_at",
                AHEAD.plusSeconds(60).toEpochMilli(),
                "step",
                0));
        row.put("removed_at", removed == null ? null : removed.toEpochMilli());
        news.on(new RowsTaken(List.of(new SharedRow(Kind.ENTRY, "1", 2, row))));
        return (ListChanged) told.removeLast();
    }

    @Test
    void rulesThatAnotherInstanceSavedAreTakenUp() {
        news.on(new RowsTaken(List.of(new SharedRow(Kind.RULES, "aaaaaaaa", 2, Map.of()))));

        verify(tuner).refresh();
    }

    @Test
    void entryThatWasRemovedByAClockAheadHasEnded() {
        assertThat(heard(null).entry().orElseThrow().activeAt(NOW)).isTrue();
        assertThat(heard(AHEAD).entry().orElseThrow().activeAt(NOW)).isFalse();
        assertThat(heard(AHEAD).entry().orElseThrow().activeAt(Instant.EPOCH)).isFalse();
    }
}
