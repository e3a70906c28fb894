package dev.quell.storage.sqlite.read;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** A reader that is taken: what it is asked is done in turn, and it is free again after the last of it, however long the one who asked has waited. */
final class Reading implements AutoCloseable {

    private final Executor threads;
    private final Duration patience;
    private final Function<Throwable, RuntimeException> late;
    private final Runnable release;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Reading(Executor threads, Duration patience, Function<Throwable, RuntimeException> late, Runnable release) {
        this.threads = threads;
        this.patience = patience;
        this.late = late;
        this.release = release;
    }

    /** Waits for a piece of work; fails as it fails. */
    <T extends @Nullable Object> T ask(Supplier<T> work) {
        CompletableFuture<T> answer = last.handleAsync((done, failure) -> work.get(), threads);
        last = answer;
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw late.apply(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while the database was asked", e);
        }
    }

    /** Something to be done behind the rest; nobody waits for it. */
    void then(Runnable work) {
        last = last.handleAsync(
                (done, failure) -> {
                    work.run();
                    return null;
                },
                threads);
    }

    @Override
    public void close() {
        last = last.whenComplete((done, failure) -> release.run());
    }
}
