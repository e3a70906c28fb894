package dev.quell.storage.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldingJobTest {

    private static final Instant AHEAD = Calls.NOW.plus(Duration.ofDays(3_650));

    @TempDir
    Path directory;

    private SqliteDatabase database;
    private Instant now = Calls.NOW.plus(Duration.ofHours(2));

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        JdbcCallJournal journal = new JdbcCallJournal(database);
        for (int n = 1; n <= 3; n++) {
            journal.screened(Calls.screened(n)).join();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private FoldingJob job() {
        return new FoldingJob(new Folding(database), () -> false, clock, ZoneOffset.UTC);
    }

    private static void whole(FoldingJob job) {
        boolean more = true;
        while (more) {
            more = job.step();
        }
    }

    private long number(String sql) {
        return database.reader().sql(sql).query(Long.class).single();
    }

    @Test
    void whatAClockFarAheadCountedIsCountedAnewWhenItIsRightAgain() {
        try (FoldingJob job = job()) {
            now = AHEAD;
            whole(job);
            database.writeNow(connection -> {
                CountedRows.forget(connection, AHEAD.minus(Duration.ofDays(90)));
                return true;
            });
            assertThat(number("select until from counter_fill")).isGreaterThan(Calls.NOW.toEpochMilli() + 86_400_000);

            now = Calls.NOW.plus(Duration.ofHours(2));
            whole(job);

            assertThat(number("select until from counter_fill"))
                    .isEqualTo(Folding.upTo(now).toEpochMilli());
            assertThat(number("select sum(calls) from counter_words where kind = 'ALL'"))
                    .isEqualTo(3);
        }
    }

    @Test
    void whatWasTakenInUncountedIsCountedAnewAfterARestart() {
        try (FoldingJob job = job()) {
            whole(job);
        }
        database.writeNow(connection -> {
            CountedRows.missed(connection);
            return connection
                    .sql("insert into counter_words values ('ALL', 1, '', 7, 0, 0, 0, 0)")
                    .update();
        });
        try (FoldingJob started = job()) {
            whole(started);

            assertThat(number("select sum(calls) from counter_words where kind = 'ALL'"))
                    .isEqualTo(3);
        }
        try (FoldingJob again = job()) {
            assertThat(again.step()).as("it is done once").isFalse();
        }
    }

    @Test
    void countersThatWereLetGoAreFilledAgainWithoutARestart() {
        try (FoldingJob job = job()) {
            whole(job);
            assertThat(number("select sum(calls) from counter_words where kind = 'ALL'"))
                    .isEqualTo(3);
            database.writeNow(connection -> {
                CountedRows.restart(connection, Folding.upTo(now).toEpochMilli());
                return true;
            });

            whole(job);

            assertThat(number("select sum(calls) from counter_words where kind = 'ALL'"))
                    .isEqualTo(3);
        }
    }

    @Test
    void anErrorDoesNotEndTheCounting() {
        AtomicInteger asked = new AtomicInteger();
        try (FoldingJob job = new FoldingJob(
                new Folding(database),
                () -> {
                    asked.incrementAndGet();
                    throw new StackOverflowError();
                },
                clock,
                ZoneOffset.UTC)) {
            job.start();

            await().until(() -> asked.get() >= 2);
        }
    }
}
