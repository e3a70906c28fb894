package dev.quell.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error in one round is told, and the next round runs. */
class JobsTest {

    private final String name = "job-" + UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JobsHealth health = new JobsHealth(meters);

    @AfterEach
    void allIsWell() {
        Mishaps.well(name);
    }

    private static void fail(String with) throws Error {
        switch (with) {
            case "StackOverflowError" -> throw new StackOverflowError();
            case "NoClassDefFoundError" -> throw new NoClassDefFoundError("x");
            case "OutOfMemoryError" -> throw new OutOfMemoryError("x");
            default -> throw new IllegalStateException(with);
        }
    }

    private Object detail() {
        return health.health().getDetails().get(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StackOverflowError", "NoClassDefFoundError", "OutOfMemoryError", "IllegalStateException"})
    void aRoundThatEndsWithAnErrorIsToldAndTheNextRuns(String with) throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ScheduledExecutorService timer = Jobs.timer(name)) {
            var _ = timer.scheduleWithFixedDelay(
                    () -> {
                        if (rounds.incrementAndGet() < 3) {
                            fail(with);
                        }
                        third.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    0,
                    1,
                    TimeUnit.MILLISECONDS);
            assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(detail()).as("while no round ended well").isEqualTo(with);
            assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
            assertThat(meters.get("quell.jobs.failing").gauge().value()).isGreaterThanOrEqualTo(1);
            assertThat(meters.get("quell.jobs.errors").functionCounter().count())
                    .isGreaterThanOrEqualTo(2);
            goOn.countDown();
            await().until(() -> detail() == null);
            timer.shutdownNow();
        }
    }

    @Test
    void whatIsDoneOnceTellsItsCallerToo() {
        try (ScheduledExecutorService timer = Jobs.timer(name)) {
            var done = timer.schedule(() -> fail("StackOverflowError"), 0, TimeUnit.SECONDS);
            assertThatThrownBy(done::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StackOverflowError.class);
            assertThat(detail()).isEqualTo("StackOverflowError");
        }
    }

    @Test
    void aLoopIsBegunAgainAndToldUntilARestart() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        Thread thread = Thread.ofPlatform()
                .start(Jobs.loop(
                        name,
                        () -> {
                            if (rounds.incrementAndGet() < 3) {
                                fail("NoClassDefFoundError");
                            }
                        },
                        Duration.ofMillis(1)));
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(rounds).hasValue(3);
        assertThat(detail()).isEqualTo("NoClassDefFoundError");
    }
}
