package dev.quell.storage.postgres.read;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks the record what a call waits for: an answer within a limit, or a failure. Where three of the last ten questions failed, or two of the first three, the record is left alone for five seconds, and
 * never are more than {@value #MOST} questions under way, so that one that hangs takes no more of its connections.
 */
final class QuickAsking implements AutoCloseable {

    private static final int MOST = 4;
    private static final Duration REST = Duration.ofSeconds(5);

    private final BooleanSupplier ready;
    private final Timer answered;
    private final Timer failed;
    private final Semaphore places = new Semaphore(MOST);
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "record",
            CircuitBreakerConfig.custom()
                    .slidingWindowType(SlidingWindowType.COUNT_BASED)
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(3)
                    .failureRateThreshold(30)
                    .waitDurationInOpenState(REST)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    /** @param ready whether the record could be used at least once */
    QuickAsking(BooleanSupplier ready, MeterRegistry meters) {
        this.ready = ready;
        this.answered = timer(meters, "answered");
        this.failed = timer(meters, "failed");
    }

    private static Timer timer(MeterRegistry meters, String result) {
        return Timer.builder("quell.shared.questions")
                .description("what calls asked PostgreSQL, and how long they waited")
                .tag("result", result)
                .register(meters);
    }

    /** The answer; the future fails if there is none within the limit, and at once while the record is left alone. */
    <T> CompletableFuture<T> ask(Supplier<T> question, Duration within) {
        if (!ready.getAsBoolean() || !breaker.tryAcquirePermission()) {
            return CompletableFuture.failedFuture(CallNotPermittedException.createCallNotPermittedException(breaker));
        }
        long started = System.nanoTime();
        return CompletableFuture.supplyAsync(() -> placed(question, within), askers)
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, fault) -> {
                    long took = System.nanoTime() - started;
                    if (fault == null) {
                        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
                        answered.record(took, TimeUnit.NANOSECONDS);
                    } else {
                        breaker.onError(took, TimeUnit.NANOSECONDS, fault);
                        failed.record(took, TimeUnit.NANOSECONDS);
                    }
                });
    }

    private <T> T placed(Supplier<T> question, Duration within) {
        try {
            if (!places.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("too many questions are under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Quell is stopping", e);
        }
        try {
            return question.get();
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
