package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.Hold;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.storage.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What retention, legal holds and a restore leave of the chain. */
class ChainRetentionTest {

    private static final Instant NOW = Instant.ofEpochMilli(Clock.systemUTC().millis());
    /** So late that all is older than it may be, the blocks too. */
    private static final Instant LATER = NOW.plus(Duration.ofDays(100));

    @TempDir
    Path directory;

    private static Hold hold(Optional<ListPattern> source) {
        return new Hold(
                0,
                source,
                Calls.NOW.minusSeconds(1),
                Calls.NOW.plusSeconds(1),
                "Wang",
                "police file 12",
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<ListPattern> others() {
        return Optional.of(new ListPattern.Prefix("+86139"));
    }

    @Test
    void retentionRemovesAndTheRestHolds() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.note("EXPORT");
            assertThat(recorded.retain(LATER)).isEqualTo(6);
            assertThat(recorded.faults()).isEmpty();
            assertThat(recorded.verify().removed()).isEqualTo(9);

            assertThat(recorded.retain(LATER.plusSeconds(3600))).isZero();
            assertThat(recorded.faults()).isEmpty();
            assertThat(recorded.number("select count(*) from chain_blocks where kind is null"))
                    .isZero();
            assertThat(recorded.verify().removed()).isEqualTo(9);

            recorded.alone(8);
            assertThat(recorded.faults()).isEmpty();
            assertThat(
                            recorded.number(
                                    "select count(*) from chain_blocks where kind = 'EXPORT' and note is not null and details is null"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aBlockOfARangeThatWasDroppedCannotComeBackNorMoreBeMissing() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.retain(LATER);
            recorded.retain(LATER.plusSeconds(3600));
            assertThat(recorded.faults()).isEmpty();
            long dropped = recorded.number("select min(number) + 1 from chain_blocks");

            recorded.change("update chain_blocks set number = " + dropped + " where kind = 'RETENTION'");

            assertThat(recorded.faults()).contains("block");
            assertThat(recorded.verify().holds()).isFalse();
        }
    }

    @Test
    void aHeldCallIsKeptUntilItsHoldEnds() {
        try (Recorded recorded = Recorded.in(directory)) {
            Hold hold = recorded.holds().keep(hold(others()), "token:a");
            assertThat(recorded.retain(LATER)).isEqualTo(4);
            assertThat(recorded.faults()).isEmpty();
            assertThat(recorded.retain(LATER)).isZero();
            assertThat(recorded.faults()).isEmpty();

            assertThat(recorded.holds().release(hold.id(), "Li", "closed", "token:a", LATER))
                    .isPresent();
            assertThat(recorded.holds().release(hold.id(), "Li", "closed", "token:a", LATER))
                    .isEmpty();
            assertThat(recorded.faults()).isEmpty();
            assertThat(recorded.retain(LATER.plusSeconds(1))).isEqualTo(2);
            assertThat(recorded.number("select count(*) from chain_blocks where kind in ('HOLD', 'RELEASE')"))
                    .isEqualTo(2);
            assertThat(recorded.verify().faults()).isEqualTo(List.of());
        }
    }

    @Test
    void aHeldCallThatIsRemovedByHandIsMissed() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.holds().keep(hold(others()), "token:a");
            recorded.retain(LATER);
            recorded.change("delete from calls where id = '" + Calls.id(5) + "'");

            assertThat(recorded.faults()).contains("of the calls under a legal hold there were 2 at");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update legal_holds set released_at = made_at, released_by = 'Li'",
                "update legal_holds set until = 5",
                "update legal_holds set pattern = '+8612*'",
                "update legal_holds set to_at = from_at + 1",
                "delete from legal_holds",
                "insert into legal_holds (from_at, to_at, author, reason, made_at) values (0, 1, 'a', 'b', 0)"
            })
    void aHoldCannotBeChangedUnseenAndNothingIsRemovedThen(String sql) {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.holds().keep(hold(others()), "token:a");
            recorded.change(sql);

            assertThat(recorded.faults()).contains("legal hold ");
            assertThatThrownBy(() -> recorded.retain(LATER))
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("so nothing is removed");
            assertThat(recorded.number("select count(*) from calls")).isEqualTo(6);
        }
    }

    @Test
    void aPackLeadsOverDroppedBlocks() throws IOException {
        try (Recorded recorded = Recorded.in(directory)) {
            for (int n = 10; n < 14; n++) {
                recorded.opened().calls().screened(Calls.screened(n)).join();
                recorded.opened().settle();
            }
            recorded.holds().keep(hold(others()), "token:a");
            assertThat(recorded.retain(LATER)).isEqualTo(8);
            recorded.retain(LATER.plusSeconds(3600));
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'DROPPED'"))
                    .isEqualTo(1);
            PackOrder order = new PackOrder(
                    new ListPattern.Exact(Recorded.OTHER),
                    Calls.NOW.minusSeconds(60),
                    Calls.NOW.plusSeconds(60),
                    dev.quell.classifier.Language.ENGLISH,
                    "Wang",
                    "file",
                    "api");

            Path pack = Files.write(
                    directory.resolve("p.zip"), Recorded.make(recorded.packs(LATER.plusSeconds(7200)), order));

            assertThat(PackCheck.of(pack, Optional.empty())).allMatch(PackFinding::holds);
            assertThat(PackTest.files(Files.readAllBytes(pack)).get("dropped.jsonl"))
                    .asString()
                    .hasLineCount(1);
        }
    }
}
