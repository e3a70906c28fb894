package dev.quell.screening;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The port through which what happens to calls is written down. A returned future completes when the row is durable. */
public interface CallJournal {

    /** Writes a verdict down. */
    CompletableFuture<Void> screened(CallScreened call);

    /**
     * Writes a verdict down and waits until it is durable.
     *
     * @throws ExecutionException if it was not written
     * @throws TimeoutException if it is not durable within the patience; it may yet be
     */
    default void write(CallScreened call, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedException {
        screened(call).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Goes the whole way of {@link #screened} and leaves nothing behind, so that the first real call finds the way warm. */
    default CompletableFuture<Void> rehearse(CallScreened call) {
        return CompletableFuture.completedFuture(null);
    }

    /** Writes an end down; a second telling of the same call changes nothing and completes with {@code false}. */
    CompletableFuture<Boolean> concluded(CallConcluded call);

    /** The verdict of a call that was screened, also before a restart; empty if there is none. */
    Optional<CallScreened> find(CallId id);

    /** Whether a call's end was written down, as far as this instance knows. */
    default boolean hasEnded(CallId id) {
        return false;
    }

    /** The call that a token belongs to. */
    Optional<CallScreened> find(CallToken token);
}
