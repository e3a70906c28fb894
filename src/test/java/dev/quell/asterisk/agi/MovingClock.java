package dev.quell.asterisk.agi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
final class MovingClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Bench.NOW);

    void advance(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    Duration sinceStart() {
        return Duration.between(Bench.NOW, instant());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
