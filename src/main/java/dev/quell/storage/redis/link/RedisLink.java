package dev.quell.storage.redis.link;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis. What a call waits for goes over a connection of its own and is answered, or has failed, within the timeout. After three failures of
 * ten nothing is asked any more, so that no call waits; only {@link RedisKeeper} tries, and closes the breaker when Redis answers again.
 */
public final class RedisLink {

    /** How long what no call waits for may take. */
    static final Duration PATIENT = Duration.ofSeconds(5);

    private static final Duration UNTIL_ASKED = Duration.ofDays(36_500);

    private final Supplier<AbstractRedisClient> client;
    private final Duration timeout;
    private final Timer answered;
    private final Timer failed;
    private final Counter lost;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "redis",
            CircuitBreakerConfig.custom()
                    .slidingWindowType(SlidingWindowType.COUNT_BASED)
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(3)
                    .failureRateThreshold(30)
                    .waitDurationInOpenState(UNTIL_ASKED)
                    .build());

    private volatile @Nullable Connection quick;
    private volatile @Nullable Connection patient;

    /**
     * @param client knows where the server is; asked when a connection is made
     * @param timeout how long a call waits at most
     */
    public RedisLink(Supplier<AbstractRedisClient> client, Duration timeout, MeterRegistry meters) {
        this.client = client;
        this.timeout = timeout;
        this.answered = timer(meters, "answered");
        this.failed = timer(meters, "failed");
        this.lost = Counter.builder("quell.redis.lost")
                .description(
                        "what was told to Redis once and did not arrive: tokens of calls, facts for the watch on traffic")
                .register(meters);
        meters.gauge("quell.redis.away", this, link -> link.away() ? 1 : 0);
        breaker.transitionToOpenState();
    }

    private static Timer timer(MeterRegistry meters, String result) {
        return Timer.builder("quell.redis.questions")
                .description("what calls asked Redis, and how long they waited")
                .tag("result", result)
                .register(meters);
    }

    /** Asks what a call waits for. Fails at once while Redis is away. */
    public <T> CompletableFuture<T> ask(
            Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> question) {
        Connection connection = quick;
        if (connection == null || !breaker.tryAcquirePermission()) {
            return CompletableFuture.failedFuture(new RedisAwayException());
        }
        long started = System.nanoTime();
        return start(connection, question).whenComplete((answer, fault) -> {
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

    /** Tells or asks what no call waits for; fails within five seconds, at once while Redis is away. */
    public <T> CompletableFuture<T> tell(
            Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> what) {
        Connection connection = patient;
        return connection == null || away()
                ? CompletableFuture.failedFuture(new RedisAwayException())
                : start(connection, what);
    }

    /** Tells what may get lost; a fault is counted. */
    public <T> void send(Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> what) {
        CompletionStage<T> told = tell(what);
        told.whenComplete((done, fault) -> {
            if (fault != null) {
                lost.increment();
            }
        });
    }

    /** Asks although Redis may be away: for whoever finds out. */
    <T> CompletableFuture<T> probe(
            Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> question) {
        Connection connection = quick;
        return connection == null
                ? CompletableFuture.failedFuture(new RedisAwayException())
                : start(connection, question);
    }

    private static <T> CompletableFuture<T> start(
            Connection connection,
            Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> question) {
        try {
            return question.apply(connection.commands()).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether Redis is not asked now. */
    public boolean away() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** The client, for connections of other kinds. */
    public AbstractRedisClient client() {
        return client.get();
    }

    /** How long a call waits at most. */
    public Duration timeout() {
        return timeout;
    }

    /** Connects unless it is connected; throws if that fails. */
    void connect() {
        if (quick == null) {
            quick = Connection.open(client.get(), timeout);
        }
        if (patient == null) {
            patient = Connection.open(client.get(), PATIENT);
        }
    }

    /** Gives both connections up: the next {@link #connect} makes new ones. */
    void disconnect() {
        Connection first = quick;
        Connection second = patient;
        quick = null;
        patient = null;
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
    }

    /** Redis did not answer a probe. */
    void missed(Throwable fault) {
        if (!away()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, fault);
        }
    }

    /** Redis answers again. */
    void back() {
        breaker.transitionToClosedState();
    }
}
