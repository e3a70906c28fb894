package dev.quell.classifier.rules.counted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.blocklist.ListPattern;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.history.CallerProfile;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.Surroundings;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void anEntryIsToldWithItsNumberAndItsEnd() {
        assertThat(new Listed(ListKind.BLOCK).look(listed(ListKind.BLOCK, Optional.of(NOW.plusSeconds(90)))))
                .contains(Hit.whole(7, NOW.getEpochSecond() + 90));
    }

    @Test
    void anEntryForGoodEndsAtZero() {
        assertThat(new Listed(ListKind.ALLOW).look(listed(ListKind.ALLOW, Optional.empty())))
                .contains(Hit.whole(7, 0));
    }

    @Test
    void anEntryOfTheOtherListIsNone() {
        assertThat(new Listed(ListKind.BLOCK).look(listed(ListKind.ALLOW, Optional.empty())))
                .isEmpty();
    }

    private static Evidence listed(ListKind kind, Optional<Instant> end) {
        ListMatch entry = new ListMatch(7, kind, ListPattern.parse("+8613800138000"), ListEntry.Origin.MANUAL, end);
        return Evidence.arriving(
                CallBuilder.aCall().at(NOW), CallerProfile.stranger(NOW), Surroundings.CALM, Optional.of(entry), true);
    }
}
