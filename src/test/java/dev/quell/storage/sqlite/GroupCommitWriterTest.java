package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.storage.database.StorageException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class GroupCommitWriterTest {

    private static final int CAPACITY = 20;

    @TempDir
    Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private GroupCommitWriter writer;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        Path file = directory.resolve("t.db");
        WriterConnection connection = new WriterConnection(Connections.writing(file));
        connection.run("create table t (v text unique)");
        writer = new GroupCommitWriter(connection, CAPACITY, meters, Runnable::run);
        other = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterEach
    void close() throws SQLException {
        gate.countDown();
        writer.close();
        other.close();
    }

    private CompletableFuture<Integer> insert(String value) {
        return writer.submit(connection -> insert(connection, value));
    }

    private static int insert(JdbcClient connection, String value) {
        return connection.sql("insert into t values (:v)").param("v", value).update();
    }

    /** Holds the writer until the gate opens, so that what is handed over meanwhile makes one group. */
    private CompletableFuture<Boolean> hold() throws InterruptedException {
        CompletableFuture<Boolean> held = writer.submit(connection -> {
            started.countDown();
            return await(gate);
        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        return held;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the file grow to so many pages of 4 KiB: a disk of that size. */
    private void pages(int most) {
        int set = writer.submit(connection -> connection
                        .sql("pragma max_page_count = " + most)
                        .query(Integer.class)
                        .single())
                .join();
        assertThat(set).isEqualTo(most);
    }

    private List<String> values() throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = other.createStatement();
                var rows = statement.executeQuery("select v from t order by rowid")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private double writes(String result, String fault) {
        var counter = meters.find("quell.storage.writes")
                .tags("result", result, "fault", fault)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void changeIsDurableForOthersWhenItsFutureCompletes() throws Exception {
        assertThat(insert("a").get(30, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(values()).containsExactly("a");
        assertThat(writes("written", "NONE")).isEqualTo(1);
    }

    @Test
    void whateverWaitsIsOneGroup() throws Exception {
        CompletableFuture<Boolean> held = hold();
        List<CompletableFuture<Integer>> waiting = List.of(insert("a"), insert("b"), insert("c"));
        gate.countDown();

        assertThat(held.get(30, TimeUnit.SECONDS)).isTrue();
        waiting.forEach(CompletableFuture::join);

        assertThat(meters.summary("quell.storage.group").max()).isEqualTo(3);
        assertThat(meters.timer("quell.storage.commit").count()).isEqualTo(2);
    }

    @Test
    void failureOfOneChangeLeavesTheOthersOfItsGroupAlone() throws Exception {
        CompletableFuture<Boolean> held = hold();
        CompletableFuture<Integer> before = insert("a");
        CompletableFuture<Integer> twice = insert("a");
        CompletableFuture<Integer> broken = writer.submit(connection -> {
            insert(connection, "undone");
            throw new IllegalStateException("a bug");
        });
        CompletableFuture<Integer> after = insert("b");
        gate.countDown();

        assertThat(before.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(after.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThatThrownBy(() -> twice.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StorageException.class);
        assertThatThrownBy(() -> broken.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("a bug");
        assertThat(values()).containsExactly("a", "b");
        assertThat(writes("failed", "OTHER")).isEqualTo(2);
        assertThat(writer.fault()).isEmpty();
    }

    @Test
    void anErrorOfOneChangeEndsNeitherTheOthersNorTheWriter() throws Exception {
        CompletableFuture<Boolean> held = hold();
        CompletableFuture<Integer> broken = writer.submit(connection -> {
            insert(connection, "undone");
            throw new StackOverflowError();
        });
        CompletableFuture<Integer> beside = insert("a");
        gate.countDown();

        assertThat(held.get(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> broken.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(beside.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(insert("b").get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(values()).containsExactly("a", "b");
        assertThat(writer.fault()).isEmpty();
    }

    @Test
    void changeTooManyFailsAtOnceAndTheOthersAreWritten() throws Exception {
        CompletableFuture<Boolean> held = hold();
        List<CompletableFuture<Integer>> taken = new ArrayList<>();
        for (int n = 0; n < CAPACITY; n++) {
            taken.add(insert("v" + n));
        }
        CompletableFuture<Integer> tooMany = insert("one more");

        assertThatThrownBy(tooMany::join)
                .cause()
                .hasMessage(
                        "the database is too slow: 20 changes wait already, no more are taken until some are written");
        assertThat(writes("rejected", "QUEUE_FULL")).isEqualTo(1);
        assertThat(writer.fault()).contains("is the disk slow?");

        gate.countDown();
        taken.forEach(CompletableFuture::join);
        assertThat(values()).hasSize(CAPACITY).doesNotContain("one more");
        assertThat(writer.fault()).isEmpty();
    }

    @Test
    void fullDiskFailsWhatDoesNotFitAndWritingGoesOnWhenThereIsRoom() throws Exception {
        pages(8);
        String big = "x".repeat(40_000);

        assertThatThrownBy(() -> insert(big).join())
                .cause()
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("SQLITE_FULL");
        assertThat(writes("failed", "FULL")).isEqualTo(1);
        assertThat(writer.fault()).isEqualTo("the disk is full; make room, writing goes on by itself");

        pages(1000);
        assertThat(insert(big).join()).isEqualTo(1);
        assertThat(values()).containsExactly(big);
        assertThat(writer.fault()).isEmpty();
    }

    @Test
    void smallChangesOfAGroupAreKeptWhenABigOneDoesNotFit() throws Exception {
        pages(8);
        CompletableFuture<Boolean> held = hold();
        CompletableFuture<Integer> before = insert("a");
        CompletableFuture<Integer> big = insert("x".repeat(40_000));
        CompletableFuture<Integer> after = insert("b");
        gate.countDown();

        assertThat(before.join()).isEqualTo(1);
        assertThat(after.join()).isEqualTo(1);
        assertThatThrownBy(big::join).hasStackTraceContaining("SQLITE_FULL");
        assertThat(values()).containsExactly("a", "b");
    }

    @Test
    void anotherProcessThatHoldsTheFileFailsTheGroupOnceAndNotForEver() throws Exception {
        try (Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            long begun = System.nanoTime();
            List<CompletableFuture<Integer>> changes = new ArrayList<>();
            for (int n = 0; n < CAPACITY; n++) {
                changes.add(insert("v" + n));
            }

            for (CompletableFuture<Integer> change : changes) {
                assertThatThrownBy(() -> change.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("SQLITE_BUSY");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
            assertThat(writer.fault()).startsWith("another process holds the database");
            statement.execute("rollback");
        }

        assertThat(insert("a").get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(writer.fault()).isEmpty();
    }

    @Test
    void whatWaitsAtTheEndIsWrittenAndNothingIsTakenAfterIt() throws Exception {
        CompletableFuture<Boolean> held = hold();
        CompletableFuture<Integer> last = insert("last");
        gate.countDown();
        writer.close();

        assertThat(last.join()).isEqualTo(1);
        assertThat(values()).containsExactly("last");
        assertThatThrownBy(() -> insert("late").join()).hasStackTraceContaining("the database is closed");
    }
}
