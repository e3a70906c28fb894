package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.postgres.read.FirstEnds;
import dev.quell.storage.postgres.read.RecordedCalls;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a sibling, found in the record. */
@NeedsPostgres
class RecordedCallsTest {

    private static final CallScreened CALL = Calls.screened(1);

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(Calls.NOW.plusSeconds(60));
    private PostgresServer server;
    private Node a;
    private Node b;
    private RecordedCalls atB;

    @BeforeEach
    void start() {
        server = PostgresServer.start();
        String database = server.newDatabase();
        a = new Node("a", directory.resolve("a"), server, database).shares().tells();
        b = new Node("b", directory.resolve("b"), server, database).shares().tells();
        atB = new RecordedCalls(b.store, b.keeper, clock, b.meters);
    }

    @AfterEach
    void stop() {
        atB.close();
        a.close();
        b.close();
        server.close();
    }

    private static void screened(Node node) {
        new JdbcCallJournal(node.own()).screened(CALL).join();
    }

    private static void ended(Node node) {
        new JdbcCallJournal(node.own())
                .concluded(Calls.concluded(CALL, CallOutcome.SILENT))
                .join();
    }

    private double questions(String result) {
        return b.meters.timer("quell.shared.questions", "result", result).count();
    }

    @Test
    void callIsFoundByItsTokenAndByItsIdAsSoonAsItIsShipped() {
        screened(a);
        assertThat(atB.find(CALL.token())).isEmpty();

        a.tells();

        assertThat(atB.find(CALL.token())).contains(CALL);
        CallScreened byId = atB.find(CALL.call().id()).orElseThrow();
        assertThat(byId.call()).isEqualTo(CALL.call());
        assertThat(byId.token()).isNotEqualTo(CALL.token());
        assertThat(atB.find(Calls.token(2))).isEmpty();
        assertThat(atB.find(Calls.id(2))).isEmpty();
    }

    @Test
    void callThatCannotLiveAnyMoreIsNotLookedFor() {
        screened(a);
        a.tells();
        clock.advance(Duration.ofHours(26).minusSeconds(60));
        assertThat(atB.find(CALL.token())).contains(CALL);

        clock.advance(Duration.ofMillis(1));

        assertThat(atB.find(CALL.token())).isEmpty();
        assertThat(atB.find(CALL.call().id())).isEmpty();
    }

    @Test
    void endIsTheFirstUnlessAnotherInstanceToldIt() {
        screened(a);
        a.tells();
        assertThat(atB.ended(Calls.concluded(CALL, CallOutcome.SILENT)).join()).isTrue();
        ended(b);
        b.tells();
        assertThat(atB.ended(Calls.concluded(CALL, CallOutcome.SILENT)).join())
                .as("told by itself")
                .isTrue();

        try (RecordedCalls atA = new RecordedCalls(a.store, a.keeper, clock, a.meters)) {
            assertThat(atA.ended(Calls.concluded(CALL, CallOutcome.SILENT)).join())
                    .isFalse();
        }
    }

    @Test
    void ofTwoThatTellAnEndAtOnceOneIsTheFirstBeforeAnythingIsShipped() {
        CallConcluded end = Calls.concluded(CALL, CallOutcome.SILENT);
        try (RecordedCalls atA = new RecordedCalls(a.store, a.keeper, clock, a.meters)) {
            assertThat(atA.ended(end).join()).isTrue();
            assertThat(atB.ended(end).join()).isFalse();
            assertThat(atA.ended(end).join()).as("told again").isTrue();
            assertThat(atB.ended(end).join()).as("told again").isFalse();
        }
    }

    @Test
    void endsThatACrashOfTheRecordLostAreKnownByTheirCalls() {
        CallConcluded end = Calls.concluded(CALL, CallOutcome.SILENT);
        screened(a);
        ended(a);
        a.tells();
        try (RecordedCalls atA = new RecordedCalls(a.store, a.keeper, clock, a.meters)) {
            assertThat(atB.ended(end).join()).isFalse();
            int lost = a.record()
                    .writeNow(connection ->
                            connection.sql("delete from first_ends").update());
            assertThat(lost).isEqualTo(1);
            assertThat(atA.ended(end).join()).isTrue();
            assertThat(atB.ended(end).join()).isFalse();
        }
    }

    @Test
    void firstEndsAreForgottenWhenNoCallCanLastThatLong() throws SQLException {
        FirstEnds ends = new FirstEnds(a.store);
        assertThat(ends.tell(Calls.id(1), 1, Calls.NOW)).isTrue();
        assertThat(ends.tell(Calls.id(2), 1, Calls.NOW)).isTrue();
        a.record()
                .writeNow(connection -> connection
                        .sql("update first_ends set at = at - 3600001 where id = :id")
                        .param("id", Calls.id(1).toString())
                        .update());

        assertThat(ends.forget(Duration.ofHours(1))).isEqualTo(1);

        assertThat(ends.tell(Calls.id(1), 2, Calls.NOW)).isTrue();
        assertThat(ends.tell(Calls.id(2), 2, Calls.NOW)).isFalse();
    }

    @Test
    void frozenRecordIsAskedTwiceAndThenLeftAloneForAWhile() {
        screened(a);
        a.tells();
        assertThat(atB.find(CALL.token())).contains(CALL);
        server.freeze();
        for (int i = 0; i < 10; i++) {
            assertThat(atB.find(CALL.token())).isEmpty();
            assertThat(atB.ended(Calls.concluded(CALL, CallOutcome.SILENT)).join())
                    .isTrue();
        }
        assertThat(questions("failed"))
                .as("of three, with the one that was answered")
                .isEqualTo(2);

        server.thaw();
        await().until(() -> atB.find(CALL.token()).isPresent());
        assertThat(questions("answered")).isEqualTo(2);
    }
}
