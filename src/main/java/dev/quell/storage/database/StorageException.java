package dev.quell.storage.database;

import java.io.Serial;
import java.time.Duration;

/** A change was not written down. */
public final class StorageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    private StorageException(String message) {
        super(message);
    }

    /** The database refused, for example because its disk is full. */
    public static StorageException notWritten(Throwable cause) {
        return new StorageException("the database did not take the change: " + cause.getMessage(), cause);
    }

    /** The journal could not be appended to, for example because none of its space is left. */
    public static StorageException notAppended(Throwable cause) {
        return new StorageException("the journal did not take the record: " + cause.getMessage(), cause);
    }

    /** More changes wait than the writer may hold. */
    public static StorageException queueFull(int capacity) {
        return new StorageException("the database is too slow: " + capacity
                + " changes wait already, no more are taken until some are written");
    }

    /** Memory has no room for more that the database has not taken in. */
    public static StorageException outOfRoom(long records) {
        return new StorageException("the database has not taken " + records
                + " records in, and memory has no room for more of them; look at its disk");
    }

    /** No answer in time; the change may yet be made. */
    public static StorageException tooSlow(Duration patience, Throwable cause) {
        return new StorageException(
                "the database did not confirm the change within " + patience.toSeconds() + " s; it may yet be made",
                cause);
    }

    /** Handed over after the end. */
    public static StorageException closed() {
        return new StorageException("the database is closed: Quell is stopping");
    }
}
