package dev.quell.asterisk.ended;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many tellings are being taken at once, and how many may be. Verdicts come first: what is told can be told again, a caller waits. */
final class ToldRoom {

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();
    private final Counter crowded;

    ToldRoom(int most, MeterRegistry meters) {
        this.most = most;
        this.crowded = Counter.builder("quell.told.crowded")
                .description("Tellings sent away because too many were being taken; they come again")
                .register(meters);
        Gauge.builder("quell.told.open", inside, AtomicInteger::get)
                .description("Tellings of the dialplan being taken now")
                .register(meters);
    }

    /** Takes a place; false if there is none, and then nothing is to be left. */
    boolean enter() {
        if (inside.incrementAndGet() <= most) {
            return true;
        }
        inside.decrementAndGet();
        crowded.increment();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }
}
