package dev.quell.storage.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with one way in for changes and another for questions. */
public interface Database {

    /** How long {@link #writeNow} waits. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /** Questions; what a completed write wrote is seen. */
    JdbcClient reader();

    /** Hands a change over; the future completes when it is durable, and fails with a {@link StorageException} if it was not made. */
    <T> CompletableFuture<T> write(Write<T> change);

    /**
     * Makes a change and waits until it is durable.
     *
     * @throws StorageException if it was not made, or is not known to be made after {@link #PATIENCE}
     */
    default <T> T writeNow(Write<T> change) {
        try {
            return write(change).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StorageException fault ? fault : StorageException.notWritten(e);
        } catch (TimeoutException e) {
            throw StorageException.tooSlow(PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StorageException.notWritten(e);
        }
    }
}
