package dev.quell.storage.journal;

import static org.awaitility.Awaitility.await;

import dev.quell.call.CallerNumber;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.journal.segment.OwnerOnly;
import dev.quell.storage.journal.segment.Segments;
import dev.quell.storage.memory.RecordListener;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A data directory's database and journal, opened together. */
public record Opened(
        SqliteDatabase database,
        Journal journal,
        JdbcCallJournal stored,
        JournaledCalls calls,
        SimpleMeterRegistry meters)
        implements AutoCloseable {

    /** With segments as they are used. */
    public static Opened in(Path directory) {
        SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        return of(database, Journal.open(directory, 32 << 20, Journal.SOON, database, meters), meters);
    }

    /** With segments as they are used, gathering for so long. */
    static Opened gathering(Path directory, Duration gather) {
        SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        return of(database, Journal.open(directory, 32 << 20, gather, database, meters), meters);
    }

    /** With two small segments. */
    static Opened with(Path directory, int segment) {
        return with(directory, segment, Room.ofTheHeap());
    }

    /** The same, with room in memory for so many records. */
    static Opened with(Path directory, int segment, long records) {
        SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try {
            Segments segments =
                    Segments.open(OwnerOnly.directory(directory.resolve("journal")), segment, 2, OwnerOnly::file);
            return of(database, Journal.open(segments, Journal.SOON, database, meters, records), meters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opened of(SqliteDatabase database, Journal journal, SimpleMeterRegistry meters) {
        JdbcCallJournal stored = new JdbcCallJournal(database);
        return new Opened(
                database, journal, stored, new JournaledCalls(journal, stored, SharedCalls.none(), new Deaf()), meters);
    }

    /** Rows of calls in the database now. */
    int rows() {
        return database.reader()
                .sql("select count(*) from calls")
                .query(Integer.class)
                .single();
    }

    /** All that is durable is in the database. */
    public void settle() {
        await().until(journal::settle);
    }

    /** From now on the database takes nothing: its disk is full. */
    void fillUp() {
        pragma("max_page_count = 1");
    }

    /** The disk has room again. */
    void makeRoom() {
        pragma("max_page_count = 1000000");
    }

    private int pragma(String pragma) {
        return database.write(connection ->
                        connection.sql("pragma " + pragma).query(Integer.class).single())
                .join();
    }

    @Override
    public void close() {
        journal.close();
        database.close();
    }

    /** Hears nothing. */
    private static final class Deaf implements RecordListener {
        @Override
        public void screened(CallScreened screened) {}

        @Override
        public void concluded(CallConcluded concluded) {}

        @Override
        public void flagged(CallerNumber caller) {}
    }
}
