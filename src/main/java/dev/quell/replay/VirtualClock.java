package dev.quell.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that events move, forward only. Begins in 1970. */
final class VirtualClock extends Clock {

    private Instant now = Instant.EPOCH;

    /** Moves on; a moment that has passed changes nothing. */
    void advance(Instant to) {
        now = to.isAfter(now) ? to : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a replay knows moments, no time of day");
    }
}
