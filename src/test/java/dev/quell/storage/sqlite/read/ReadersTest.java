package dev.quell.storage.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.Function;

class ReadersTest {

    private static final String MANY =
            "with recursive n(x) as (select 1 union all select x + 1 from n where x < 1000) select x from n";

    @TempDir
    Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch going = new CountDownLatch(1);
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory, meters);
    }

    @AfterEach
    void close() {
        going.countDown();
        virtual.close();
        database.close();
    }

    private JdbcClient client(ReadersKind kind) {
        return database.readers(kind).client();
    }

    private static int one(JdbcClient client) {
        return client.sql("select 1").query(Integer.class).single();
    }

    private double missed(String readers, String reason) {
        return meters.counter("quell.reads.missed", "readers", readers, "reason", reason)
                .count();
    }

    /** Holds all readers of a kind inside a statement, as a disk does that does not answer. */
    private List<Future<Integer>> stall(ReadersKind kind) throws SQLException {
        CountDownLatch inside = new CountDownLatch(kind.threads());
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < kind.threads() + 1; i++) {
            Connection each = database.readers(kind).connections().getConnection();
            all.add(each);
            Function.create(each.unwrap(org.sqlite.SQLiteConnection.class), "stall", new Stall(inside, going));
        }
        for (Connection each : all) {
            each.close();
        }
        List<Future<Integer>> asked = IntStream.range(0, kind.threads())
                .mapToObj(i -> virtual.submit(() ->
                        client(kind).sql("select stall()").query(Integer.class).single()))
                .toList();
        await().until(() -> inside.getCount() == 0);
        return asked;
    }

    @Test
    void virtualThreadsAndCallsGoOnWhileAllOtherReadersAreHeldInsideAStatement() throws Exception {
        List<Future<Integer>> questions = stall(ReadersKind.QUESTIONS);
        List<Future<Integer>> errands = stall(ReadersKind.SERVICE);

        List<Future<Integer>> calls = IntStream.range(0, 100)
                .mapToObj(i -> virtual.submit(() -> one(client(ReadersKind.CALLS))))
                .toList();

        for (Future<Integer> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        going.countDown();
        for (Future<Integer> each :
                Stream.concat(questions.stream(), errands.stream()).toList()) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    @Test
    void aCallDoesNotWaitForAReaderThatIsNotFreeNorForAnAnswerThatDoesNotCome() throws Exception {
        List<Future<Integer>> stalled = stall(ReadersKind.CALLS);

        assertThatThrownBy(() -> one(client(ReadersKind.CALLS)))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessage("all 8 readers of the database were busy for 100 ms");
        for (Future<Integer> each : stalled) {
            assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(QueryTimeoutException.class)
                    .hasMessageContaining("the database did not answer within 300 ms");
        }
        assertThat(missed("calls", "busy")).isEqualTo(1);
        assertThat(missed("calls", "slow")).isEqualTo(8);
        assertThat(missed("questions", "busy")).isZero();
        assertThat(one(client(ReadersKind.QUESTIONS))).isEqualTo(1);

        going.countDown();
        await().ignoreExceptions().until(() -> one(client(ReadersKind.CALLS)) == 1);
    }

    @Test
    void rowsAreReadByAReadersThread() throws Exception {
        Thread reader = virtual.submit(() -> client(ReadersKind.CALLS)
                        .sql("select 1")
                        .query((row, number) -> Thread.currentThread())
                        .single())
                .get();

        assertThat(reader.isVirtual()).isFalse();
        assertThat(reader.getName()).startsWith("quell-read-calls-");
    }

    @Test
    void aStreamHasAllRowsInOrderAndItsRowsAreReadByAReadersThread() throws Exception {
        JdbcClient client = client(ReadersKind.QUESTIONS);

        List<String> readBy = new ArrayList<>();
        try (Stream<Integer> rows = client
                .sql(MANY)
                .query((row, number) -> {
                    readBy.add(Thread.currentThread().getName());
                    return row.getInt(1);
                })
                .stream()) {
            assertThat(rows.toList())
                    .isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
        }
        assertThat(readBy).hasSize(1000).allMatch(name -> name.startsWith("quell-read-questions-"));
    }

    @Test
    void aStreamThatIsLeftEarlyOrFailsGivesItsReaderBack() {
        JdbcClient client = client(ReadersKind.QUESTIONS);

        for (int i = 0; i < 3 * ReadersKind.QUESTIONS.threads(); i++) {
            try (Stream<Integer> rows = client.sql(MANY).query(Integer.class).stream()) {
                assertThat(rows.findFirst()).contains(1);
            }
            assertThatThrownBy(() -> client.sql("select no_such_column").query(Integer.class).stream())
                    .hasStackTraceContaining("no such column");
        }
        assertThat(missed("questions", "busy")).isZero();
    }

    @Test
    void whatIsWrongWithAQuestionIsToldAsIfNobodyElseHadAskedIt() {
        assertThatThrownBy(() -> client(ReadersKind.QUESTIONS)
                        .sql("select 1")
                        .query((row, number) -> {
                            throw new IllegalStateException("a row");
                        })
                        .list())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("a row");
    }

    /** An SQL function that does not return until it may. */
    private static final class Stall extends Function {

        private final CountDownLatch inside;
        private final CountDownLatch going;

        private Stall(CountDownLatch inside, CountDownLatch going) {
            this.inside = inside;
            this.going = going;
        }

        @Override
        protected void xFunc() throws SQLException {
            inside.countDown();
            try {
                going.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            result(7);
        }
    }

    /** Otherwise as many endless questions as there are readers would be the last ones. */
    @Test
    void aQuestionThatNobodyWaitsForAnyMoreIsStopped() throws Exception {
        JdbcClient calls = client(ReadersKind.CALLS);
        List<Future<Integer>> endless = IntStream.range(0, ReadersKind.CALLS.threads())
                .mapToObj(i -> virtual.submit(() -> calls.sql(
                                "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n")
                        .query(Integer.class)
                        .single()))
                .toList();

        for (Future<Integer> each : endless) {
            assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(QueryTimeoutException.class);
        }
        await().ignoreExceptions().untilAsserted(() -> assertThat(one(calls)).isEqualTo(1));
    }
}
