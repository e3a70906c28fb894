package dev.quell.storage.journal;

import dev.quell.call.Pauses;
import dev.quell.storage.database.StorageException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** The room in memory for records that the database has not taken in, whatever the journal's size on the disk. */
final class Room {

    /** From so many times the room on nothing more is taken. */
    static final int BEYOND = 4;
    /** An eighth of the heap, for a call takes about 2 KiB; half of it is then the most that is ever taken. */
    private static final long RECORDS = Runtime.getRuntime().maxMemory() / 16_384;

    private final long records;
    private final LongSupplier waiting;
    private final JournalMetrics metrics;

    /**
     * @param records how many, above 0
     * @param waiting how many records are in memory and not in the database
     */
    Room(long records, LongSupplier waiting, JournalMetrics metrics) {
        this.records = records;
        this.waiting = waiting;
        this.metrics = metrics;
    }

    /** For so many records as the heap has room for. */
    static long ofTheHeap() {
        return RECORDS;
    }

    /** How much of it is used, from 0. */
    double used() {
        return (double) waiting.getAsLong() / records;
    }

    /**
     * Lets a record in: at once while there is room, after a pause while there is little.
     *
     * @throws StorageException at once if {@value #BEYOND} times as many wait as there is room for
     */
    void enter() {
        checkNotOver();
        Duration first = Pauses.before(waiting.getAsLong(), records);
        if (!first.isZero()) {
            LockSupport.parkNanos(first.toNanos());
        }
    }

    /** Lets a record in without a pause, or throws as {@link #enter} does. */
    void checkNotOver() {
        long now = waiting.getAsLong();
        if (now >= records * BEYOND) {
            metrics.outOfRoom();
            throw StorageException.outOfRoom(now);
        }
    }
}
