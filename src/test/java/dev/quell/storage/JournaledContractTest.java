package dev.quell.storage;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.journal.Journal;
import dev.quell.storage.journal.JournaledCalls;
import dev.quell.storage.journal.SettledReads;
import dev.quell.storage.memory.RecordListener;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.storage.sqlite.read.ReadersKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the database alone holds with the journal before it. */
class JournaledContractTest {

    @TempDir
    Path directory;

    @Nested
    class Calls extends CallJournalContract {

        private Journal journal;

        @Override
        Database open() {
            SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
            journal = Journal.open(directory, 32 << 20, Journal.SOON, database, new SimpleMeterRegistry());
            return database;
        }

        @Override
        void close(Database database) {
            journal.close();
            ((SqliteDatabase) database).close();
        }

        @Override
        CallJournal journal(Database database) {
            return new JournaledCalls(journal, new JdbcCallJournal(database), SharedCalls.none(), new Nobody());
        }

        @Override
        JdbcClient reads(Database database) {
            return SettledReads.of(((SqliteDatabase) database).readers(ReadersKind.QUESTIONS), journal);
        }
    }

    /** What is noted while the journal is taken in. */
    @Nested
    class Counting extends CountersContract {

        private Journal journal;

        @Override
        Database open() {
            SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
            journal = Journal.open(directory, 32 << 20, Journal.SOON, database, new SimpleMeterRegistry());
            return database;
        }

        @Override
        void close(Database database) {
            journal.close();
            ((SqliteDatabase) database).close();
        }

        @Override
        CallJournal journalOver(Database over) {
            return new JournaledCalls(journal, new JdbcCallJournal(over), SharedCalls.none(), new Nobody());
        }

        @Override
        void settle() {
            Awaitility.await().until(journal::settle);
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
    }

    private static final class Nobody implements RecordListener {
        @Override
        public void screened(CallScreened screened) {}

        @Override
        public void concluded(CallConcluded concluded) {}

        @Override
        public void flagged(CallerNumber caller) {}
    }
}
