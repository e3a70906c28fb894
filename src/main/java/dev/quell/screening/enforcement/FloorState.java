package dev.quell.screening.enforcement;

import java.time.Duration;

/**
 * How the safety floor stands.
 *
 * @param tripped whether suspects are only tagged
 * @param window over which calls are counted
 * @param calls in the window
 * @param diverted how many of them would be diverted
 * @param limit the share of them above which it trips, 0 to 1
 * @param enough whether there are so many calls that it could trip
 */
public record FloorState(boolean tripped, Duration window, long calls, long diverted, double limit, boolean enough) {

    /** The share that would be diverted, 0 to 1. */
    public double share() {
        return calls == 0 ? 0 : (double) diverted / calls;
    }
}
