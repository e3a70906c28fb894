package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.ShippedSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million random numbers over ever new trunks and lines fill no memory and take no time. */
class BoundedTest {

    private static final int CALLS = 1_000_000;

    private final TrafficSettings settings = ShippedSettings.of("quell.traffic", TrafficSettings.class);
    private final Random random = new Random(1);
    private final TrafficWatch watch = TrafficWatch.of(settings);
    private Instant now = Instant.parse("2026-11-16T00:00:00Z");

    private void flood(int calls) {
        for (int i = 0; i < calls; i++) {
            now = now.plusMillis(20);
            CallerNumber caller = new CallerNumber.E164("+86" + (10_000_000_000L + random.nextLong(9_000_000_000L)));
            String trunk = "trunk-" + random.nextInt(5_000);
            String line = "4" + random.nextInt(50_000);
            IncomingCall call = CallBuilder.aCall()
                    .from(caller)
                    .over(trunk)
                    .to(Line.standard(line))
                    .at(now);
            watch.arrives(call, true);
            watch.concluded(new ConcludedCall(
                    caller, trunk, line, now, CallOutcome.NOISE, Duration.ofSeconds(5), HangupSide.CALLER, now));
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aMillionRandomNumbersNeedNoMoreThanAHundredThousand() {
        flood(CALLS / 10);
        long early = used();
        flood(CALLS * 9 / 10);
        long late = used();

        assertThat(late - early).isLessThan(4_000_000);
        assertThat(late).isPositive();
        assertThat(watch.trunks()).hasSize(settings.maxTrunks());
    }
}
