package dev.quell.storage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.jdbc.JdbcRetention;
import dev.quell.storage.postgres.Node;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept answers in this instance's database, and in the record of all. */
class KeptAnswersTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Nested
    class Sqlite extends KeptAnswersContract {

        @TempDir
        Path directory;

        private final MovingClock clock = new MovingClock(START);
        private SqliteDatabase database;

        @Override
        protected KeptAnswers answers() {
            database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
            return new JdbcKeptAnswers(database, clock);
        }

        @Override
        protected void pass(Duration time) {
            clock.advance(time);
        }

        @AfterEach
        void close() {
            database.close();
        }

        @Test
        void anAnswerOutlivesARestartAndIsDeletedWhenItsTimeIsOver() {
            KeptAnswers before = new JdbcKeptAnswers(database, clock);
            before.claim("k", "me", Duration.ofMinutes(1));
            before.keep("k", "x", Duration.ofHours(24));
            database.close();
            database = SqliteDatabase.open(directory, new SimpleMeterRegistry());

            assertThat(new JdbcKeptAnswers(database, clock).claim("k", "me", Duration.ofMinutes(1)))
                    .isInstanceOf(KeptAnswers.Done.class);
            assertThat(new JdbcRetention(database).answers(START.plus(Duration.ofHours(24))))
                    .isZero();
            assertThat(new JdbcRetention(database)
                            .answers(START.plus(Duration.ofHours(24)).plusMillis(1)))
                    .isEqualTo(1);
        }
    }

    @Nested
    @NeedsPostgres
    class Postgres extends KeptAnswersContract {

        @TempDir
        Path directory;

        private final MovingClock clock = new MovingClock(START);
        private Node node;

        @Override
        protected KeptAnswers answers() {
            PostgresServer server = PostgresServer.shared();
            node = new Node("a", directory, server, server.newDatabase()).shares();
            return new JdbcKeptAnswers(node.record(), clock);
        }

        @Override
        protected void pass(Duration time) {
            clock.advance(time);
        }

        @AfterEach
        void close() {
            node.close();
        }
    }
}
