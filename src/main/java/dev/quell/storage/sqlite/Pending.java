package dev.quell.storage.sqlite;

import dev.quell.storage.database.StorageException;
import dev.quell.storage.database.Write;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change on its way: its outcome is noted when it ran, and told when it is durable. */
final class Pending<T> {

    private final Function<WriterConnection, T> write;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    private Pending(Function<WriterConnection, T> write) {
        this.write = write;
    }

    static <T> Pending<T> of(Write<T> write) {
        return new Pending<>(connection -> write.run(connection.client()));
    }

    static <T> Pending<T> of(ConnectionWrite<T> write) {
        return new Pending<>(connection -> connection.run(write));
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Runs the change, as if for the first time; tells whether it went well. */
    boolean run(WriterConnection connection) {
        try {
            failure = null;
            result = write.apply(connection);
            return true;
        } catch (RuntimeException | Error e) {
            failure = e;
            return false;
        }
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    /** Why it was not made; null if it was. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Tells the outcome. */
    void complete() {
        Throwable cause = failure;
        if (cause == null) {
            future.complete(result);
        } else {
            future.completeExceptionally(
                    cause instanceof StorageException ? cause : StorageException.notWritten(cause));
        }
    }
}
