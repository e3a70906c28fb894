package dev.quell.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/** Whether somebody tries passwords: {@value #MANY} sign-ins and more failed at this instance within {@link #WINDOW}; over when half as many did. Used by one thread. */
@Component
final class FailedSignIns {

    static final int MANY = 100;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Deque<Look> looks = new ArrayDeque<>();
    private boolean many;

    FailedSignIns(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    private record Look(Instant at, double total) {}

    /** What is wrong, in words; empty if nothing is. */
    String trouble() {
        Instant now = clock.instant();
        double total = meters.find("quell.sign.in.failures").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        looks.addLast(new Look(now, total));
        while (looks.getFirst().at().isBefore(now.minus(WINDOW))) {
            looks.removeFirst();
        }
        double failed = total - looks.getFirst().total();
        many = failed >= (many ? MANY / 2.0 : MANY);
        return many ? Math.round(failed) + " in " + WINDOW.toMinutes() + " min" : "";
    }
}
