package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Word;
import dev.quell.report.WordCount;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances tell of the same calls, and each call is counted once. */
@NeedsPostgres
class RecordCountersTest {

    private static final Instant FROM = Calls.NOW.truncatedTo(ChronoUnit.DAYS);
    private static final Instant TO = FROM.plus(Duration.ofDays(1));

    @TempDir
    Path directory;

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();
    private Node a;
    private Node b;
    private RecordCounters counting;
    private Counters counters;

    @BeforeEach
    void start() {
        a = new Node("a", directory.resolve("a"), server, database).shares();
        b = new Node("b", directory.resolve("b"), server, database).shares();
        counting = new RecordCounters(a.store.database());
        counters = new JdbcCounters(a.record().reader());
        server.run(
                database, "update counter_fill set since = " + FROM.toEpochMilli() + ", until = " + TO.toEpochMilli());
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
    }

    private static void screened(Node node, CallScreened call) {
        new JdbcCallJournal(node.own()).screened(call).join();
    }

    private static void ended(Node node, CallScreened call, CallOutcome outcome) {
        new JdbcCallJournal(node.own())
                .concluded(Calls.concluded(call, outcome))
                .join();
    }

    private List<String> told(Word by) {
        return counters.words(by, FROM, TO).stream()
                .map(count -> count.word() + " " + count.tally().calls())
                .toList();
    }

    private void fold() {
        fold(counting);
    }

    private static void fold(RecordCounters counters) {
        try {
            for (boolean more = true; more; ) {
                more = counters.fold();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEndThatBothTellCountsOnce() {
        ended(a, Calls.screened(1), CallOutcome.SILENT);
        ended(b, Calls.screened(1), CallOutcome.GOOD_TALK);
        a.tells();
        fold();
        b.tells();

        assertThat(told(Word.OUTCOME)).containsExactly("SILENT 1");
        fold();
        assertThat(told(Word.OUTCOME)).containsExactly("SILENT 1");
    }

    @Test
    void aVerdictThatComesAfterTheEndMovesTheCall() {
        new JdbcCallJournal(b.own())
                .concluded(Calls.unscreened(1, Calls.CALLER, Calls.NOW.plusSeconds(60)))
                .join();
        b.tells();
        fold();
        assertThat(told(Word.CLASS)).containsExactly(" 1");

        screened(a, Calls.screened(1, Calls.incoming(1), Calls.verdict(Action.DETER, CallClass.ROBOCALL)));
        a.tells();

        assertThat(told(Word.CLASS)).containsExactly("ROBOCALL 1");
        fold();
        assertThat(told(Word.CLASS)).containsExactly("ROBOCALL 1");
        assertThat(counters.words(Word.ALL, FROM, TO))
                .extracting(WordCount::tally)
                .extracting("calls")
                .containsExactly(1L);
    }

    @Test
    void aBatchThatComesTwiceCountsOnce() {
        ended(a, Calls.screened(1), CallOutcome.NOISE);
        a.tells();
        fold();
        a.own()
                .writeNow(connection -> connection
                        .sql("update shared_destinations set confirmed = 0")
                        .update());
        a.own()
                .writeNow(connection -> connection
                        .sql("insert into outbox (place, kind, ref, at) values (1, 'CALL', 1, 0)")
                        .update());
        a.tells();
        fold();

        assertThat(told(Word.OUTCOME)).containsExactly("NOISE 1");
    }

    @Test
    void twoThatAddAtOnceAddOnce() {
        for (int n = 1; n <= 20; n++) {
            ended(a, Calls.screened(n), CallOutcome.SHORT);
        }
        a.tells();
        RecordCounters other = new RecordCounters(b.store.database());
        List<CompletableFuture<Void>> both = Stream.of(counting, other)
                .map(each -> CompletableFuture.runAsync(() -> fold(each)))
                .toList();
        both.forEach(CompletableFuture::join);
        fold(counting);

        assertThat(told(Word.OUTCOME)).containsExactly("SHORT 20");
        assertThat(counters.words(Word.ALL, FROM, TO)).hasSize(1);
    }

    @Test
    void whatIsForgottenIsCountedFromItsCalls() throws SQLException {
        ended(a, Calls.screened(1), CallOutcome.SILENT);
        a.tells();
        fold();

        counting.forget(TO.minusMillis(1));

        assertThat(counters.since()).isEqualTo(TO);
        assertThat(told(Word.OUTCOME)).containsExactly("SILENT 1");
        assertThat(a.record()
                        .reader()
                        .sql("select count(*) from counter_words")
                        .query(Integer.class)
                        .single())
                .isZero();
        server.run(database, "delete from calls");
        assertThat(told(Word.OUTCOME)).isEmpty();
        assertThat(a.record()
                        .reader()
                        .sql("select count(*) from counter_changes")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A slice that is not counted yet may be told by nobody twice, whoever commits first. */
    @Test
    void whatIsToldWhileASliceIsCountedCountsOnce() throws SQLException {
        server.run(database, "update counter_fill set until = since");
        for (int n = 1; n <= 60; n++) {
            screened(a, Calls.screened(n));
            ended(b, Calls.screened(n), CallOutcome.SHORT);
        }
        RecordCounters slices = new RecordCounters(a.store.database(), 7);
        CompletableFuture<Void> telling =
                CompletableFuture.allOf(CompletableFuture.runAsync(a::tells), CompletableFuture.runAsync(b::tells));
        for (int minute = 0; minute < 24 * 60 || !telling.isDone(); minute++) {
            slices.advance(FROM.plus(Duration.ofMinutes(minute)));
        }
        telling.join();

        assertThat(told(Word.ALL)).containsExactly(" 60");
        fold();
        assertThat(told(Word.ALL)).containsExactly(" 60");
        assertThat(told(Word.OUTCOME)).containsExactly("SHORT 60");
    }
}
