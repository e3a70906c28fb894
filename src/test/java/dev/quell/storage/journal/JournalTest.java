package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.journal.segment.Append;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path directory;

    @Test
    void whatIsDurableIsInTheDatabaseAfterSettling() {
        try (Opened opened = Opened.in(directory)) {
            opened.calls().screened(Calls.screened(1)).join();

            opened.settle();
            assertThat(opened.rows()).isEqualTo(1);
            assertThat(opened.stored().find(Calls.token(1))).contains(Calls.screened(1));
            await().until(() -> opened.journal().lag().isZero());
        }
    }

    @Test
    void whatIsToldWhileItIsGatheredIsOneBlockUnlessSomebodyAsks() {
        try (Opened opened = Opened.gathering(directory, Duration.ofMinutes(5))) {
            for (int n = 1; n <= 4; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
            opened.settle();
            assertThat(opened.rows()).isEqualTo(4);
            assertThat(blocks(opened)).isEqualTo(1);

            opened.calls().screened(Calls.screened(5)).join();
            opened.settle();
            assertThat(opened.rows()).isEqualTo(5);
            assertThat(blocks(opened)).isEqualTo(2);
        }
    }

    @Test
    void whatNobodyAsksForIsTakenInByItselfAfterItWasGathered() {
        try (Opened opened = Opened.gathering(directory, Journal.ALONE)) {
            opened.calls().screened(Calls.screened(1)).join();

            await().until(() -> opened.rows() == 1);
        }
    }

    private static long blocks(Opened opened) {
        return opened.database()
                .reader()
                .sql("select count(*) from chain_blocks where kind is null")
                .query(Long.class)
                .single();
    }

    @Test
    void whatTheDatabaseCouldNotTakeIsTakenInAtTheNextStart() {
        int before;
        try (Opened opened = Opened.in(directory)) {
            opened.fillUp();
            for (int n = 1; n <= 300; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
            assertThat(opened.journal().settle()).isFalse();
            assertThat(opened.journal().lag()).isPositive();
            await().untilAsserted(
                            () -> assertThat(opened.journal().intakeFault()).contains("SQLITE_FULL"));
            assertThat(opened.journal().fault()).isEmpty();
            assertThat(opened.calls().find(Calls.token(300))).contains(Calls.screened(300));
            before = opened.rows();
            assertThat(before).isLessThan(300);
        }
        try (Opened opened = Opened.in(directory)) {
            assertThat(opened.rows()).isEqualTo(300);
            assertThat(opened.meters()
                            .counter("quell.journal.records", "result", "taken-in")
                            .count())
                    .isEqualTo(300 - before);
            assertThat(opened.calls().find(Calls.token(300))).contains(Calls.screened(300));
        }
    }

    @Test
    void takingInGoesOnByItselfWhenThereIsRoom() {
        try (Opened opened = Opened.in(directory)) {
            opened.fillUp();
            for (int n = 1; n <= 300; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
            assertThat(opened.journal().settle()).isFalse();

            opened.makeRoom();
            await().until(() -> opened.rows() == 300);
            await().until(() -> opened.journal().intakeFault().isEmpty());
        }
    }

    @Test
    void aTornEndIsCutOffAndCounted() throws Exception {
        try (Opened opened = Opened.in(directory)) {
            opened.fillUp();
            for (int n = 1; n <= 200; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
        }
        Path segment = directory.resolve("journal/segment-1");
        byte[] content = Files.readAllBytes(segment);
        int end = content.length;
        while (content[end - 1] == 0) {
            end--;
        }
        Files.write(segment, Arrays.copyOf(content, end - 20), StandardOpenOption.TRUNCATE_EXISTING);

        try (Opened opened = Opened.in(directory)) {
            assertThat(opened.rows()).isEqualTo(199);
            assertThat(opened.calls().find(Calls.token(200))).isEmpty();
            assertThat(opened.meters()
                            .counter("quell.journal.records", "result", "torn")
                            .count())
                    .isEqualTo(1);
            opened.calls().screened(Calls.screened(201)).join();
            opened.settle();
            assertThat(opened.rows()).isEqualTo(200);
        }
    }

    /** What the database's own log has lost the journal still has, though it was taken in: its segments are not used again so soon. */
    @Test
    void whatATornLogOfTheDatabaseLacksTheJournalBringsBack() throws Exception {
        Path torn = directory.resolve("torn");
        try (Opened opened = Opened.in(directory.resolve("whole"))) {
            for (int n = 1; n <= 50; n++) {
                opened.calls().screened(Calls.screened(n)).join();
                opened.settle();
            }
            Files.createDirectories(torn.resolve("journal"));
            for (String file : List.of("quell.db", "quell.db-wal", "journal/segment-1")) {
                Files.copy(directory.resolve("whole").resolve(file), torn.resolve(file));
            }
        }
        Path log = torn.resolve("quell.db-wal");
        Files.write(log, Arrays.copyOf(Files.readAllBytes(log), (int) (Files.size(log) * 2 / 3)));

        try (Opened opened = Opened.in(torn)) {
            assertThat(opened.meters()
                            .counter("quell.journal.records", "result", "taken-in")
                            .count())
                    .as("records that the torn log had lost")
                    .isBetween(1.0, 49.0);
            assertThat(opened.rows()).isEqualTo(50);
        }
    }

    @Test
    void recordsThatCannotBeReadAreCountedAndTheOthersTakenIn() {
        try (Opened opened = Opened.in(directory)) {
            opened.calls().screened(Calls.screened(1)).join();
            for (byte kind : new byte[] {1, 2, 99}) {
                byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);
                Append append = new Append(kind, nonsense, nonsense.length);
                opened.journal().submit(append);
                append.done().join();
            }
            opened.calls().screened(Calls.screened(2)).join();

            opened.settle();
            assertThat(opened.rows()).isEqualTo(2);
            assertThat(opened.meters()
                            .counter("quell.journal.records", "result", "lost")
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void ofManyTellingsOfAnEndOneIsTheFirst() {
        try (Opened opened = Opened.in(directory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CallScreened screened = Calls.screened(1);
            opened.calls().screened(screened).join();
            List<CompletableFuture<Boolean>> told = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                told.add(CompletableFuture.supplyAsync(
                        () -> opened.calls()
                                .concluded(Calls.concluded(screened, CallOutcome.SILENT))
                                .join(),
                        threads));
            }
            assertThat(told.stream().filter(CompletableFuture::join)).hasSize(1);
        }
    }

    @Test
    void anEndToldBeforeTheRestartIsNotTheFirstAgain() {
        CallConcluded end = Calls.concluded(Calls.screened(1), CallOutcome.SILENT);
        try (Opened opened = Opened.in(directory)) {
            opened.calls().screened(Calls.screened(1)).join();
            assertThat(opened.calls().concluded(end).join()).isTrue();
        }
        try (Opened opened = Opened.in(directory)) {
            assertThat(opened.calls().concluded(end).join()).isFalse();
        }
    }

    @Test
    void theEndsVerdictAndNoLaterOneIsTheCallsAfterARestart() {
        CallScreened used = Calls.elsewhere(1);
        try (Opened opened = Opened.in(directory)) {
            opened.fillUp();
            for (int n = 2; n <= 200; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
            assertThat(opened.journal().settle()).isFalse();
            opened.calls().screened(Calls.screened(1)).join();
            opened.calls().concluded(Calls.concluded(used, CallOutcome.SILENT)).join();
            opened.calls().screened(Calls.screened(1)).join();
            assertThat(opened.stored().find(Calls.id(1))).isEmpty();
        }
        try (Opened opened = Opened.in(directory)) {
            CallScreened found = opened.stored().find(Calls.id(1)).orElseThrow();

            assertThat(found.caseNumber()).isEqualTo(used.caseNumber());
            assertThat(found.verdict()).isEqualTo(used.verdict());
            assertThat(opened.stored().find(used.token()))
                    .map(CallScreened::applied)
                    .contains(used.applied());
            assertThat(opened.calls()
                            .concluded(Calls.concluded(used, CallOutcome.SILENT))
                            .join())
                    .isFalse();
        }
    }

    @Test
    void whatTheDatabaseHasNotIsInTheCallersPast() {
        try (Opened opened = Opened.in(directory)) {
            JdbcPastCalls stored = new JdbcPastCalls(opened.database().reader());
            JournaledPastCalls past = new JournaledPastCalls(stored, opened.journal());
            CallScreened screened = Calls.screened(1);
            opened.calls().screened(screened).join();
            opened.settle();
            opened.fillUp();
            for (int n = 2; n <= 300; n++) {
                opened.calls().screened(Calls.screened(n)).join();
            }
            opened.calls()
                    .concluded(Calls.concluded(screened, CallOutcome.SILENT))
                    .join();
            opened.calls()
                    .concluded(Calls.unscreened(400, Calls.CALLER, Calls.NOW.plusSeconds(7)))
                    .join();
            opened.journal().settle();

            var pending = past.calls(Calls.CALLER, Instant.EPOCH);
            assertThat(stored.calls(Calls.CALLER, Instant.EPOCH)).hasSizeLessThan(301);
            assertThat(pending).hasSize(301);

            opened.makeRoom();
            await().until(() -> opened.rows() == 301);
            assertThat(past.calls(Calls.CALLER, Instant.EPOCH)).containsExactlyInAnyOrderElementsOf(pending);
        }
    }

    @Test
    void aFullJournalFailsQuicklyAndTakesVerdictsAgainWhenTheDatabaseDoes() {
        try (Opened opened = Opened.with(directory, 2 * 4096)) {
            opened.fillUp();
            int kept = 0;
            boolean failed = false;
            while (!failed) {
                failed = opened.calls()
                        .screened(Calls.screened(kept + 1))
                        .handle((done, failure) -> failure != null)
                        .join();
                kept += failed ? 0 : 1;
            }
            assertThat(opened.journal().fault()).contains("no segment of the journal is free");
            assertThat(opened.calls().find(Calls.token(kept + 1))).isEmpty();

            opened.makeRoom();
            int all = kept;
            await().until(() -> opened.rows() == all);
            opened.calls().screened(Calls.screened(kept + 1)).join();
            assertThat(opened.journal().fault()).isEmpty();
        }
    }

    /** The journal on the disk has room for hundreds more. */
    @Test
    void moreThanMemoryHasRoomForIsRefusedAtOnceUntilTheDatabaseTakesItIn() throws Exception {
        try (Opened opened = Opened.with(directory, 1 << 20, 25)) {
            opened.fillUp();
            int kept = 0;
            while (opened.journal().fault().isEmpty()) {
                kept += opened.calls()
                        .screened(Calls.screened(kept + 1))
                        .handle((done, failure) -> failure == null ? 1 : 0)
                        .join();
            }
            CallScreened next = Calls.screened(kept + 1);

            assertThat(kept - opened.rows()).isEqualTo(100);
            assertThat(opened.journal().fault()).contains("memory has no room for more");
            assertThatThrownBy(() -> opened.calls().write(next, Duration.ofSeconds(1)))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("memory has no room for more of them");
            assertThat(opened.calls().concluded(Calls.concluded(Calls.screened(1), CallOutcome.SILENT)))
                    .isCompletedExceptionally();
            assertThat(opened.calls().find(next.token())).isEmpty();

            opened.makeRoom();
            int all = kept;
            await().until(() -> opened.rows() == all);
            opened.calls().write(next, Duration.ofSeconds(1));
            assertThat(opened.journal().fault()).isEmpty();
        }
    }

    @Test
    void onlyWhatWasWrittenIntoRowsCountsAsTakenIn() {
        try (Opened opened = Opened.in(directory)) {
            opened.calls().rehearse(Calls.screened(1)).join();
            opened.calls().screened(Calls.screened(2)).join();
            byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);
            Append unknown = new Append((byte) 99, nonsense, nonsense.length);
            opened.journal().submit(unknown);
            unknown.done().join();

            opened.settle();
            await().until(() -> opened.meters()
                            .counter("quell.journal.records", "result", "lost")
                            .count()
                    == 1);
            assertThat(opened.meters()
                            .counter("quell.journal.records", "result", "taken-in")
                            .count())
                    .isEqualTo(1);
        }
    }
}
