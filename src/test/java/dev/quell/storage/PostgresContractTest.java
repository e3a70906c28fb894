package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.report.Counters;
import dev.quell.screening.CallJournal;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.database.Database;
import dev.quell.storage.postgres.Node;
import dev.quell.storage.postgres.PostgresDatabase;
import dev.quell.storage.postgres.RecordCounters;
import dev.quell.storage.postgres.ShippedJournal;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The record of all instances keeps every contract; calls come to it as they do in the shared mode, over an instance's own database. */
@NeedsPostgres
class PostgresContractTest {

    private static String database;

    @TempDir
    static Path directory;

    private static Node node;
    private static ShippedJournal journal;

    @BeforeAll
    static void start() {
        PostgresServer server = PostgresServer.shared();
        database = server.newDatabase();
        node = new Node("a", directory, server, database).shares().tells();
        journal = new ShippedJournal(node);
    }

    @AfterAll
    static void stop() {
        journal.close();
        node.close();
    }

    /** The one database, emptied: a new one for each test would take seconds. */
    private static Database emptied() {
        PostgresServer.shared()
                .run(
                        database,
                        "truncate calls, flags, list_entries, known_callers, classifier_versions, accounts, api_tokens, token_uses, audit, rule_changes, rule_proposals, reviews, list_proposals, counter_changes, counter_hours, counter_withheld, counter_withheld_days, counter_days, counter_words, counter_sources restart identity; update counter_fill set since = 0, until = 0, oldest = -9223372036854775808, shift = 0");
        node.own().writeNow(connection -> connection.sql("delete from calls").update());
        return node.record();
    }

    @Nested
    class Journal extends CallJournalContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Search extends CallSearchContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void fold(Database over) {
            try {
                assertThat(new RecordCounters((PostgresDatabase) over).fold()).isFalse();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Traffic extends TrafficLogContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Log extends CallLogContract {
        /** PostgreSQL's text knows no zero. */
        @Override
        String kept(String text) {
            return text.replace("\0", "");
        }

        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Entries extends ListStoreContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Flags extends FlagStoreContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class History extends CallerHistoryContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Sources extends SourceFactsContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Known extends KnownCallerStoreContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class People extends PeopleContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Desk extends DeskContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Revisions extends RevisionContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class RuleProposals extends RuleProposalContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        void close(Database record) {}
    }

    @Nested
    class Counting extends CountersContract {
        @Override
        Database open() {
            return emptied();
        }

        @Override
        CallJournal journalOver(Database over) {
            return journal;
        }

        @Override
        Counters countersOver(Database over) {
            return new JdbcCounters(over.reader());
        }

        @Override
        boolean fold(Database over, int slice) {
            return count(slice, RecordCounters::fold);
        }

        @Override
        boolean advance(Database over, int slice, Instant to) {
            return count(slice, counters -> counters.advance(to));
        }

        @Override
        boolean fill(Database over, int slice) {
            return count(slice, RecordCounters::fill);
        }

        private boolean count(int slice, Step step) {
            try {
                return step.on(new RecordCounters((PostgresDatabase) node.record(), slice));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Calls go by whole days here; what is counted goes before them. */
        @Override
        void retain(Instant before) {
            count(1, counters -> {
                counters.forget(before);
                return true;
            });
        }

        @Override
        void close(Database record) {}

        interface Step {
            boolean on(RecordCounters counters) throws SQLException;
        }
    }
}
