package dev.quell.storage;

import dev.quell.call.CallerNumber;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
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
            journal = Journal.open(directory, 32 << 20, database, new SimpleMeterRegistry());
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

    private static final class Nobody implements RecordListener {
        @Override
        public void screened(CallScreened screened) {}

        @Override
        public void concluded(CallConcluded concluded) {}

        @Override
        public void flagged(CallerNumber caller) {}
    }
}
