package dev.quell.storage.answers;

import dev.quell.jobs.Jobs;
import dev.quell.share.KeptAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that all instances know: each is kept here and in a store of all. While that store is away for a moment, nothing is done; if it is away for longer
 * than {@link #GRACE}, each instance goes by its own: a request is still done once by one instance, and may be done a second time by another. What the store
 * was not told then it is told when it is back.
 */
public final class SharedKeptAnswers implements KeptAnswers, AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final Duration REST = Duration.ofSeconds(5);
    /** A restart, or another server taking over, is done in less. */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** Longer than any key lives. */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Logger log = LoggerFactory.getLogger(SharedKeptAnswers.class);

    private final KeptAnswers own;
    private final KeptAnswers shared;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService payer = Jobs.timer("quell-answers");
    private final Debts debts;
    private volatile Instant again = Instant.EPOCH;
    /** Since when it has been away, the last time that it was. */
    private volatile Instant away = Instant.EPOCH;

    private Instant missed = Instant.EPOCH;

    /**
     * @param own of this instance
     * @param shared of all; may be away
     */
    public SharedKeptAnswers(KeptAnswers own, KeptAnswers shared, Clock clock) {
        this.own = own;
        this.shared = shared;
        this.clock = clock;
        this.debts = new Debts(own, shared, clock);
        var _ = payer.scheduleWithFixedDelay(this::pay, REST.toSeconds(), REST.toSeconds(), TimeUnit.SECONDS);
    }

    /** Tells the store of all what it could not be told before, if it is there. */
    void pay() {
        if (!debts.isEmpty() && !rests()) {
            var _ = ask(() -> {
                debts.pay();
                return true;
            });
        }
    }

    @Override
    public Claim claim(String key, String owner, Duration life) {
        Claim here = own.claim(key, owner, life);
        if (!(here instanceof Mine)) {
            return here;
        }
        boolean asked = !rests();
        Optional<Claim> there = ask(() -> shared.claim(key, owner, life));
        if (there.isEmpty()) {
            alone(key, owner, asked, life);
        } else if (!(there.get() instanceof Mine)) {
            own.giveBack(key, owner);
        }
        return there.orElse(here);
    }

    /** Nobody knows whether another instance does it, or whether the claim arrived: a store that is away for a moment is waited for, by whoever asks. */
    private void alone(String key, String owner, boolean asked, Duration life) {
        if (clock.instant().isBefore(away.plus(GRACE))) {
            own.giveBack(key, owner);
            if (asked) {
                debts.claim(key, owner, life);
            }
            throw new IllegalStateException("the store of all instances does not answer");
        }
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        own.keep(key, answer, time);
        if (!tell(() -> shared.keep(key, answer, time))) {
            debts.answer(key, time);
        }
    }

    @Override
    public void giveBack(String key, String owner) {
        own.giveBack(key, owner);
        if (!tell(() -> shared.giveBack(key, owner))) {
            debts.claim(key, owner, LIFE);
        }
    }

    private boolean tell(Runnable what) {
        return ask(() -> {
                    what.run();
                    return true;
                })
                .isPresent();
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        if (rests()) {
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
            missed(clock.instant());
        }
        return answer;
    }

    /** Whether it is not asked now, since it did not answer just before. */
    private boolean rests() {
        return clock.instant().isBefore(again);
    }

    private synchronized void missed(Instant now) {
        if (!now.isBefore(missed.plus(GRACE))) {
            away = now;
            log.warn(
                    "The store of all instances does not answer; requests with an Idempotency-Key are refused for {} s, and known to this instance alone if it is away for longer",
                    GRACE.toSeconds());
        }
        missed = now;
        again = now.plus(REST);
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
        payer.shutdownNow();
        askers.shutdownNow();
    }
}
