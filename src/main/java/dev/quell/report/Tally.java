package dev.quell.report;

import java.time.Duration;

/**
 * What some calls came to.
 *
 * @param calls how many
 * @param silent how many of them were silent
 * @param noise how many of them were noise
 * @param good how many of them were good talks
 * @param withAgent how long agents had them in all
 */
public record Tally(long calls, long silent, long noise, long good, Duration withAgent) {

    /** No call. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, Duration.ZERO);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                calls + other.calls,
                silent + other.silent,
                noise + other.noise,
                good + other.good,
                withAgent.plus(other.withAgent));
    }
}
