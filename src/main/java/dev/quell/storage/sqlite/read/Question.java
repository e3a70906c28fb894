package dev.quell.storage.sqlite.read;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** A piece of work on its way to a reader's thread, and its outcome. */
final class Question<T extends @Nullable Object> implements Runnable {

    private final Supplier<T> work;
    private final Running running;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    /** @param running the statement that the work runs */
    Question(Supplier<T> work, Running running) {
        this.work = work;
        this.running = running;
    }

    @Override
    public void run() {
        if (taken.compareAndSet(false, true)) {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }
    }

    /** Takes it back; false if a reader has begun with it. */
    boolean withdraw() {
        boolean mine = taken.compareAndSet(false, true);
        if (mine) {
            answer.cancel(false);
        }
        return mine;
    }

    /** Takes it back, and stops a reader that has begun with it. */
    void giveUp() {
        withdraw();
        running.stop();
    }

    /** What is done after it, however it ended; at once if it has. */
    void then(Runnable next) {
        answer.whenComplete((done, failure) -> next.run()).exceptionally(failure -> null);
    }

    /** Waits for the answer; fails as the work failed. */
    T await(Duration patience) throws TimeoutException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
            throw new DataAccessResourceFailureException("interrupted while the database was asked", e);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException fault -> fault;
            case Error fault -> throw fault;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
