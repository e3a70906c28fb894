package dev.quell.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final SelfCheck check = new SelfCheck(this::hanging, clock);

    private Examination hanging() throws InterruptedException {
        begun.incrementAndGet();
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody opens it");
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
        }
    }

    @Test
    void aLookThatHangsIsInterruptedAndNoSecondOneBeginsBesideIt() {
        check.start();
        await().until(() -> begun.get() == 1);
        check.start();
        assertThat(begun).hasValue(1);
        clock.advance(Duration.ofSeconds(60));
        assertThat(check.last())
                .hasValueSatisfying(look -> assertThat(look.state()).isEqualTo(SelfCheck.State.RUNNING));

        clock.advance(Duration.ofSeconds(1));
        assertThat(check.last())
                .hasValueSatisfying(look -> assertThat(look.state()).isEqualTo(SelfCheck.State.LATE));
        await().until(() -> interrupted.get() == 1);
        await().untilAsserted(() -> {
            check.start();
            assertThat(begun).hasValue(2);
        });
    }
}
