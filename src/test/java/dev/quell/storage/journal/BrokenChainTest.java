package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.storage.Calls;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the chain or the counters neither stops the log nor is blamed on calls. */
class BrokenChainTest {

    private static final String LAST =
            "insert into chain_blocks (number, at, hash, previous, back, root, facts, count, journal, salts, leaves, list)"
                    + " values (9223372036854775807, 0, '', '', '', '', '', 1, 0, x'', x'', x'')";

    @TempDir
    Path directory;

    private static void change(Opened opened, String sql) {
        opened.database().write(connection -> connection.sql(sql).update()).join();
    }

    private static long number(Opened opened, String sql) {
        return opened.database().reader().sql(sql).query(Long.class).single();
    }

    private static double lost(Opened opened) {
        return opened.meters()
                .counter("quell.journal.records", "result", "lost")
                .count();
    }

    private static void three(Opened opened) {
        for (int n = 1; n <= 3; n++) {
            opened.calls().screened(Calls.screened(n)).join();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LAST,
                "delete from chain_identity",
                "drop table chain_blocks",
                "create trigger never before insert on chain_blocks begin select raise(abort, 'never'); end",
                "create table more (number integer primary key); create trigger more after insert on chain_blocks begin insert into more values (null), (1); end"
            })
    void callsAreTakenInWithoutAPlaceInABrokenChain(String broken) {
        try (Opened opened = Opened.in(directory)) {
            for (String each : broken.split("(?<!end); (?=create trigger)", -1)) {
                change(opened, each);
            }
            three(opened);

            await().until(() -> opened.rows() == 3);
            await().until(() -> opened.journal().lag().isZero());
            assertThat(number(opened, "select count(*) from calls where chain_v is null"))
                    .isEqualTo(3);
            assertThat(lost(opened)).isZero();
            assertThat(opened.journal().chainFault()).isNotEmpty();
            assertThat(opened.journal().intakeFault()).isEmpty();

            opened.calls().screened(Calls.screened(4)).join();
            opened.settle();
            assertThat(opened.rows()).isEqualTo(4);
        }
    }

    @Test
    void aSoundChainHasAPlaceForEachAndTheBlockIsThatOfItsRecords() {
        try (Opened opened = Opened.in(directory)) {
            three(opened);
            opened.calls()
                    .concluded(Calls.concluded(Calls.screened(2), CallOutcome.SILENT))
                    .join();

            opened.settle();
            assertThat(number(opened, "select count(*) from calls where chain_v is not null"))
                    .isEqualTo(3);
            assertThat(number(opened, "select sum(count) from chain_blocks where kind is null"))
                    .isEqualTo(4);
            assertThat(opened.journal().chainFault()).isEmpty();
        }
    }

    @Test
    void aFullDiskIsNoFaultOfTheChain() {
        try (Opened opened = Opened.in(directory)) {
            opened.fillUp();
            for (int n = 1; n <= 300; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
            await().until(() -> opened.journal().lag().toMillis() > 1_500);
            opened.makeRoom();
            await().until(() -> opened.rows() == 300);

            assertThat(opened.journal().chainFault()).isEmpty();
            assertThat(number(opened, "select count(*) from calls where chain_v is null"))
                    .isZero();
        }
    }

    @Test
    void aCounterThatRefusesIsNotBlamedOnTheCallAndAllIsCountedAnew() {
        try (Opened opened = Opened.in(directory)) {
            change(
                    opened,
                    "create trigger never before insert on counter_changes begin select raise(abort, 'no'); end");
            change(opened, "update counter_fill set since = 0, until = 9000000000000");
            change(opened, "insert into counter_hours values (1, '', '', '', '', '', 5, 0)");
            three(opened);

            await().until(() -> opened.rows() == 3);
            assertThat(lost(opened)).isZero();
            assertThat(opened.journal().chainFault()).isEmpty();
            assertThat(number(opened, "select count(*) from calls where chain_v is not null"))
                    .isEqualTo(3);
            assertThat(number(opened, "select count(*) from shared_marks where name = 'counters missed'"))
                    .as("a restart knows of it")
                    .isEqualTo(1);
        }
    }
}
