package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.report.Counters;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.database.Database;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps every contract. */
class SqliteContractTest {

    @TempDir
    Path directory;

    private Database openSqlite() {
        return SqliteDatabase.open(directory, new SimpleMeterRegistry());
    }

    private static void closeSqlite(Database database) {
        ((SqliteDatabase) database).close();
    }

    @Nested
    class Journal extends CallJournalContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Search extends CallSearchContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void fold(Database over) {
            assertThat(new Folding(over).fold()).isFalse();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Desk extends DeskContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Traffic extends TrafficLogContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Log extends CallLogContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Entries extends ListStoreContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Flags extends FlagStoreContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class History extends CallerHistoryContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Sources extends SourceFactsContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Known extends KnownCallerStoreContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class People extends PeopleContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Revisions extends RevisionContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class RuleProposals extends RuleProposalContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }

    @Nested
    class Counting extends CountersContract {
        @Override
        Database open() {
            return openSqlite();
        }

        @Override
        Counters countersOver(Database over) {
            return new JdbcCounters(over.reader());
        }

        @Override
        boolean fold(Database over, int slice) {
            return new Folding(over, slice).fold();
        }

        @Override
        boolean advance(Database over, int slice, Instant to) {
            return new Folding(over, slice).advance(to);
        }

        @Override
        boolean fill(Database over, int slice) {
            return new Folding(over, slice).fill();
        }

        @Override
        void close(Database database) {
            closeSqlite(database);
        }
    }
}
