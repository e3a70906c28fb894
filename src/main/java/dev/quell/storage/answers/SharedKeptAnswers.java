package dev.quell.storage.answers;

import dev.quell.share.KeptAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that all instances know: each is kept here and in a store of all. While that store is away each instance goes by its own: a request is still done
 * once by one instance, and may be done a second time by another.
 */
public final class SharedKeptAnswers implements KeptAnswers, AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final Duration REST = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Logger log = LoggerFactory.getLogger(SharedKeptAnswers.class);

    private final KeptAnswers own;
    private final KeptAnswers shared;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Instant again = Instant.MIN;

    /**
     * @param own of this instance
     * @param shared of all; may be away
     */
    public SharedKeptAnswers(KeptAnswers own, KeptAnswers shared, Clock clock) {
        this.own = own;
        this.shared = shared;
        this.clock = clock;
    }

    @Override
    public Claim claim(String key, Duration term) {
        Claim here = own.claim(key, term);
        if (!(here instanceof Mine)) {
            return here;
        }
        Claim there = ask(() -> shared.claim(key, term)).orElse(here);
        if (!(there instanceof Mine)) {
            own.giveBack(key);
        }
        return there;
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        own.keep(key, answer, time);
        tell(() -> shared.keep(key, answer, time));
    }

    @Override
    public void giveBack(String key) {
        own.giveBack(key);
        tell(() -> shared.giveBack(key));
    }

    private void tell(Runnable what) {
        Optional<Boolean> told = ask(() -> {
            what.run();
            return true;
        });
        if (told.isEmpty()) {
            log.debug("Other instances do not know of an answer that was kept here");
        }
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        if (clock.instant().isBefore(again)) {
            return Optional.empty();
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> answer = Optional.empty();
        long left = PATIENCE.toNanos();
        while (answer.isEmpty() && left > 0 && !Thread.currentThread().isInterrupted()) {
            answer = once(question, left);
            left = until - System.nanoTime();
        }
        if (answer.isEmpty()) {
            again = clock.instant().plus(REST);
            log.warn(
                    "The store of all instances does not answer; for {} s requests with an Idempotency-Key are known to this instance alone",
                    REST.toSeconds());
        }
        return answer;
    }

    /** Asks; a store that refuses at once may be there again a moment later. */
    private <T> Optional<T> once(Supplier<T> question, long nanos) {
        try {
            return Optional.of(CompletableFuture.supplyAsync(question, askers).get(nanos, TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            LockSupport.parkNanos(Math.min(nanos, PAUSE.toNanos()));
        } catch (TimeoutException e) {
            log.debug("The store of all instances is slow", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
