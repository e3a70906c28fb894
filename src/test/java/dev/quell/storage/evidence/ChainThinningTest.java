package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.Hold;
import dev.quell.storage.Calls;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What thinning out leaves of a chain, also where it is broken off, and what it costs. */
class ChainThinningTest {

    private static final Instant NOW = Instant.ofEpochMilli(Clock.systemUTC().millis());
    private static final Duration LONG = Duration.ofDays(100);

    @TempDir
    Path directory;

    private static Hold others() {
        return new Hold(
                0,
                Optional.of(new ListPattern.Prefix("+86139")),
                Calls.NOW.minusSeconds(60),
                Calls.NOW.plusSeconds(60),
                "Wang",
                "file",
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    private static long blocks(Recorded recorded, String kind) {
        return recorded.number("select count(*) from chain_blocks where coalesce(kind, '') = '" + kind + "'");
    }

    @Test
    void oldNotesOfDroppedBlocksGoAndTheirRangesStayTold() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.retain(NOW.plus(LONG));
            recorded.alone(8);
            recorded.retain(NOW.plus(LONG).plusSeconds(3_600));
            assertThat(blocks(recorded, "DROPPED")).isEqualTo(2);
            long removed = recorded.verify().removed();
            assertThat(removed).isEqualTo(10);

            for (int n = 2; n <= 4; n++) {
                recorded.note("EXPORT");
                recorded.alone(8 + n);
                recorded.retain(NOW.plus(LONG.multipliedBy(n)));
                assertThat(recorded.faults()).isEmpty();
                assertThat(recorded.verify().removed()).isEqualTo(removed + n - 1);
            }
            assertThat(blocks(recorded, "DROPPED")).isEqualTo(1);
        }
    }

    /** Broken off before each single block, from the same state. */
    @Test
    void whereverItIsBrokenOffWhatIsLeftHolds() throws IOException {
        Path whole = directory.resolve("whole");
        Instant now = NOW.plus(LONG.multipliedBy(2));
        long last;
        try (Recorded recorded = Recorded.in(whole)) {
            for (int n = 10; n < 14; n++) {
                recorded.alone(n);
                recorded.opened().calls().screened(Calls.screened(n + 10)).join();
                recorded.opened().settle();
            }
            Hold hold = recorded.holds().keep(others(), "token:a");
            recorded.retain(NOW.plus(LONG));
            assertThat(recorded.faults()).isEmpty();
            assertThat(recorded.holds().release(hold.id(), "Li", "closed", "token:a", NOW.plus(LONG)))
                    .isPresent();
            recorded.note("EXPORT");
            last = recorded.number("select max(number) from chain_blocks");
        }
        int broken = 0;
        for (long number = 1; number < last; number++) {
            Path copy = directory.resolve("copy" + number);
            FileSystemUtils.copyRecursively(whole, copy);
            broken += isBrokenOff(copy, number, now) ? 1 : 0;
        }
        assertThat(broken).isGreaterThan(5);
    }

    private static boolean isBrokenOff(Path data, long number, Instant now) {
        try (Recorded recorded = Recorded.open(data)) {
            recorded.change("create trigger never before delete on chain_blocks when old.number = " + number
                    + " begin select raise(abort, 'broken off'); end");
            boolean broken = false;
            try {
                recorded.retain(now);
            } catch (RuntimeException e) {
                broken = true;
            }
            assertThat(recorded.faults()).as("broken off at " + number).isEmpty();
            recorded.change("drop trigger never");
            recorded.retain(now.plusSeconds(3_600));
            assertThat(recorded.faults()).as("after that at " + number).isEmpty();
            assertThat(blocks(recorded, "")).isZero();
            assertThat(blocks(recorded, "DROPPED")).isBetween(1L, 2L);
            return broken;
        }
    }

    @Test
    void whatStayedUnderAHoldIsNotLookedAtAgainUntilOtherHoldsStand() {
        try (Recorded recorded = Recorded.in(directory)) {
            Hold hold = recorded.holds().keep(others(), "token:a");
            recorded.alone(7);
            recorded.note("EXPORT");
            recorded.retain(NOW.plus(LONG));
            long looked = recorded.number("select looked from chain_thinning");
            assertThat(looked).isPositive();
            assertThat(blocks(recorded, "")).isEqualTo(2);

            recorded.retain(NOW.plus(LONG).plusSeconds(3_600));
            assertThat(recorded.number("select looked from chain_thinning")).isGreaterThanOrEqualTo(looked);

            recorded.holds()
                    .release(
                            hold.id(), "Li", "closed", "token:a", NOW.plus(LONG).plusSeconds(3_700));
            recorded.retain(NOW.plus(LONG).plusSeconds(3_800));
            assertThat(recorded.number("select count(*) from chain_blocks where kind is null"))
                    .isZero();
            assertThat(recorded.faults()).isEmpty();
        }
    }

    @Test
    void noQuestionReadsTheWholeChainOrTheWholeLog() {
        try (Recorded recorded = Recorded.in(directory)) {
            assertThat(plan(
                            recorded,
                            ChainThinning.CANDIDATES
                                    .replace(":from", "5")
                                    .replace(":end", "9")
                                    .replace(":before", "9")))
                    .contains("SEARCH chain_blocks USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)")
                    .doesNotContain("SCAN");
            assertThat(plan(recorded, HeldCalls.BEFORE.replace(":before", "5").replace(":holds", "'[]'")))
                    .contains("SEARCH calls USING")
                    .contains("INDEX calls_by_time (arrived_at<?)")
                    .doesNotContain("SCAN calls");
        }
    }

    private static String plan(Recorded recorded, String sql) {
        return String.join(
                "\n",
                recorded.opened()
                        .database()
                        .reader()
                        .sql("explain query plan " + sql)
                        .query((row, number) -> row.getString("detail"))
                        .list());
    }

    @Test
    void aListThatWasTakenAwayDoesNotStopIt() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.alone(7);
            recorded.change("update chain_blocks set list = x'' where number = 2");

            recorded.retain(NOW.plus(LONG));

            assertThat(blocks(recorded, "DROPPED")).isEqualTo(1);
        }
    }

    @Test
    void aMomentIsFoundInTheChain() {
        try (Recorded recorded = Recorded.in(directory)) {
            for (int n = 7; n < 20; n++) {
                recorded.alone(n);
            }
            recorded.change("update chain_blocks set at = number * 10");
            recorded.change("delete from chain_blocks where number in (4, 5, 6)");
            ChainTimes times = new ChainTimes(recorded.opened().database().reader());
            long last = recorded.number("select max(number) from chain_blocks");

            assertThat(times.firstSince(0)).isLessThanOrEqualTo(1);
            assertThat(times.firstSince(30)).isEqualTo(3);
            assertThat(times.firstSince(31)).isBetween(4L, 7L);
            assertThat(times.firstSince(70)).isBetween(4L, 7L);
            assertThat(times.firstSince(71)).isEqualTo(8);
            assertThat(times.firstSince(Long.MAX_VALUE)).isEqualTo(last);
        }
    }

    @Test
    void rangesThatFollowEachOtherAreOne() {
        Range one = new Range(1, 10, "a", "b", 3);
        Range two = new Range(11, 20, "b", "c", 4);
        Range other = new Range(22, 30, "x", "y", 1);

        assertThat(DroppedBlocks.joined(List.of(two, other, one, new Range(2, 5, "", "", 1))))
                .containsExactly(new Range(1, 20, "a", "c", 7), other);
        assertThat(DroppedBlocks.joined(List.of(one, new Range(11, 20, "z", "c", 4))))
                .hasSize(2);
    }

    @Test
    void whatIsWrongWithHoldsIsToldAfterItWasAccepted() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.holds().keep(others(), "token:a");
            recorded.change("delete from legal_holds");
            assertThat(recorded.faults()).contains("legal hold 1: it was removed");
            assertThatThrownBy(() -> recorded.retain(NOW.plus(LONG))).hasMessageContaining("it was removed");

            recorded.holds().accept("Li", "by mistake", "token:a", NOW);

            assertThat(recorded.faults()).isEmpty();
            assertThat(String.join("\n", recorded.verify().notices()))
                    .contains("Li accepted at")
                    .contains("by mistake")
                    .contains("legal hold 1: it was removed");
            assertThat(recorded.retain(NOW.plus(LONG))).isEqualTo(6);
        }
    }
}
