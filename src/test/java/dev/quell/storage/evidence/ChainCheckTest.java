package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.evidence.ChainReport;
import dev.quell.storage.Calls;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainCheckTest {

    @TempDir
    Path directory;

    @Test
    void whatWasTakenInHolds() {
        try (Recorded recorded = Recorded.in(directory)) {
            ChainReport report = recorded.verify();

            assertThat(report.faults()).isEmpty();
            assertThat(report.facts()).isEqualTo(9);
            assertThat(report.unchained()).isZero();
            assertThat(report.head()).hasSize(64);
            assertThat(report.signed()).isEqualTo(1);
            assertThat(report.keys()).containsExactly(recorded.keys().get().fingerprint());
        }
    }

    @Test
    void aCallScreenedAgainHolds() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.opened().calls().screened(Calls.elsewhere(4)).join();
            recorded.opened().settle();

            assertThat(recorded.verify().faults()).isEmpty();

            recorded.change("update calls set arrived_at = arrived_at + 1 where id = '" + Calls.id(4) + "'");

            assertThat(recorded.verify().faults())
                    .containsExactly("call " + Calls.id(4) + ": the time of its arrival was changed");
        }
    }

    @Test
    void anEndWithoutVerdictHoldsAndSoDoesAVerdictAfterIt() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.opened()
                    .calls()
                    .concluded(Calls.unscreened(7, Calls.CALLER, Calls.NOW.plusSeconds(60)))
                    .join();
            recorded.opened().settle();
            assertThat(recorded.verify().faults()).isEmpty();

            recorded.opened()
                    .calls()
                    .screened(Calls.screened(
                            7,
                            Calls.incoming(7, Recorded.OTHER, Calls.NOW),
                            Calls.screened(7).verdict()))
                    .join();
            recorded.opened().settle();

            assertThat(recorded.verify().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "caller = '+8613700137000', verdict",
        "symbols = '[]', verdict",
        "probability = 0.5, verdict",
        "action = 'PASS', verdict",
        "name = 'x', verdict",
        "user_agent = '', verdict",
        "case_number = '1', verdict",
        "packets = packets + 1, end",
        "outcome = 'TALKED', end",
        "agent = 'PJSIP/666', end",
        "hindsight_symbols = 'x', end"
    })
    void aChangedFieldIsFoundAndItsCallNamed(String change, String part) {
        try (Recorded recorded = Recorded.in(directory)) {
            assertThat(recorded.change("update calls set " + change + " where id = '" + Calls.id(2) + "'"))
                    .isEqualTo(1);

            assertThat(recorded.verify().faults()).contains("call " + Calls.id(2) + ": its " + part + " was changed");
        }
    }

    @Test
    void aRemovedRowIsNamed() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change("delete from calls where id = '" + Calls.id(3) + "'");

            assertThat(recorded.verify().faults()).containsOnly("call " + Calls.id(3) + ": its row was removed");
        }
    }

    @Test
    void anInsertedRowIsNamed() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change(
                    "insert into calls (id, arrived_at, caller, line, trunk, channel, action) values ('pbx:9.9', 1, '+8613800138000', '1', 't', 'c', 'PASS')");
            assertThat(recorded.verify().faults())
                    .containsExactly("call pbx:9.9: its row was inserted, the chain does not have it");

            recorded.change("update calls set chain_v = (select chain_v from calls where id = '" + Calls.id(1)
                    + "') where id = 'pbx:9.9'");
            assertThat(recorded.verify().faults())
                    .containsExactly("call pbx:9.9: its row was inserted, the chain does not have it");
        }
    }

    @Test
    void swappedContentsAreNamed() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change("update calls set id = 'pbx:tmp' where id = '" + Calls.id(1) + "'");
            recorded.change("update calls set id = '" + Calls.id(1) + "' where id = '" + Calls.id(5) + "'");
            recorded.change("update calls set id = '" + Calls.id(5) + "' where id = 'pbx:tmp'");

            assertThat(String.join("\n", recorded.verify().faults()))
                    .contains("call " + Calls.id(1))
                    .contains("call " + Calls.id(5));
        }
    }

    @Test
    void changedAndRemovedBlocksAreNamed() {
        try (Recorded recorded = Recorded.in(directory)) {
            long number = recorded.alone(7);
            recorded.note("EXPORT");
            assertThat(recorded.faults()).isEmpty();

            recorded.change("update chain_blocks set at = at + 1 where number = " + number);
            assertThat(recorded.faults())
                    .isEqualTo("block " + number + ": it was changed, its hash is no longer that of what it says");

            recorded.change("delete from chain_blocks where number = " + number);
            assertThat(recorded.faults())
                    .contains("block " + number + " was removed")
                    .contains("call " + Calls.id(7) + ": its row was inserted, the chain does not have it");
        }
    }
}
