package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListStore;
import dev.quell.storage.jdbc.JdbcListStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of entries promises. */
abstract class ListStoreContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;
    private static final ListPattern EXACT = ListPattern.parse("+8613800138000");

    private ListStore store;

    @BeforeEach
    void make() {
        store = new JdbcListStore(database());
    }

    private static ListEntry block(ListPattern pattern, Instant at, Duration term) {
        return new ListEntry(
                0,
                ListKind.BLOCK,
                pattern,
                "16 silent calls in 30 min; drop table",
                "quell",
                Origin.BURST,
                at,
                Optional.of(at.plus(term)),
                1);
    }

    @Test
    void entryComesBackAsItWasWithANumber() {
        ListEntry given = block(EXACT, NOW, Duration.ofHours(1));

        ListEntry kept = store.add(given);

        assertThat(kept.id()).isPositive();
        assertThat(kept).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
        assertThat(store.active(NOW)).containsExactly(kept);
        assertThat(store.history(EXACT)).containsExactly(kept);
    }

    @Test
    void allowEntryMayStandForGood() {
        ListEntry given = new ListEntry(
                0,
                ListKind.ALLOW,
                ListPattern.parse("+86755*"),
                "our own branch",
                "wang",
                Origin.MANUAL,
                NOW,
                Optional.empty(),
                0);

        ListEntry kept = store.add(given);

        assertThat(kept.expiresAt()).isEmpty();
        assertThat(store.active(NOW.plus(Duration.ofDays(10_000)))).containsExactly(kept);
    }

    @Test
    void entryIsActiveUntilItsExpiryAndNotAtIt() {
        ListEntry kept = store.add(block(EXACT, NOW, Duration.ofHours(1)));
        Instant expiry = NOW.plus(Duration.ofHours(1));

        assertThat(store.active(expiry.minusMillis(1))).containsExactly(kept);
        assertThat(store.active(expiry)).isEmpty();
    }

    @Test
    void removedEntryEndsThenAndSaysSoInItsHistory() {
        ListEntry kept = store.add(block(EXACT, NOW, Duration.ofHours(1)));
        Instant then = NOW.plusSeconds(60);

        Optional<ListEntry> removed = store.remove(kept.id(), "wang", "a customer; see case 00000007", then);

        assertThat(removed.orElseThrow().expiresAt()).contains(then);
        assertThat(store.active(then)).isEmpty();
        assertThat(store.history(EXACT)).containsExactly(removed.get());
        assertThat(audit(kept.id()))
                .containsEntry("removed_by", "wang")
                .containsEntry("removed_because", "a customer; see case 00000007")
                .containsEntry("expires_at", NOW.plus(Duration.ofHours(1)).toEpochMilli());
    }

    @Test
    void onlyAnActiveEntryIsRemoved() {
        ListEntry kept = store.add(block(EXACT, NOW, Duration.ofHours(1)));
        Instant expiry = NOW.plus(Duration.ofHours(1));

        assertThat(store.remove(kept.id(), "wang", "late", expiry)).isEmpty();
        assertThat(store.remove(kept.id() + 1, "wang", "wrong", NOW)).isEmpty();
        assertThat(store.remove(kept.id(), "wang", "right", expiry.minusMillis(1)))
                .isPresent();
        assertThat(store.remove(kept.id(), "li", "again", NOW)).isEmpty();
        assertThat(audit(kept.id())).containsEntry("removed_by", "wang");
    }

    @Test
    void historyIsOfOnePatternNewestFirst() {
        ListEntry first = store.add(block(EXACT, NOW.minusSeconds(9_000), Duration.ofHours(1)));
        ListEntry second = store.add(block(EXACT, NOW, Duration.ofHours(1)));
        store.add(block(ListPattern.parse("+86138*"), NOW, Duration.ofHours(1)));

        assertThat(store.history(EXACT)).containsExactly(second, first);
    }

    private Map<String, Object> audit(long id) {
        return database()
                .reader()
                .sql("select * from list_entries where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }
}
