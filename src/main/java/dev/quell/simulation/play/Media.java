package dev.quell.simulation.play;

import java.time.Duration;

/** How many RTP packets come from a caller. */
public enum Media {
    /** One every 20 ms. */
    FULL(50),
    /** A few a second: comfort noise or a muted telephone. */
    SPARSE(3),
    /** Not one: a technical fault. */
    NONE(0);

    private final long aSecond;

    Media(long aSecond) {
        this.aSecond = aSecond;
    }

    /** The packets of a span of time, one at least if any come. */
    long packets(Duration span) {
        return aSecond == 0 ? 0 : Math.max(1, span.toMillis() * aSecond / 1000);
    }
}
