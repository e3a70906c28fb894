package dev.quell.simulation.play;

import dev.quell.call.TalkReport;
import java.time.Duration;

/**
 * What talk detection reports of a caller: bursts of one length at equal distances.
 *
 * @param onset from the call's answer to the first burst; negative: never a burst
 * @param burst length of a burst
 * @param gap from one burst's end to the next one's begin
 * @param most how many bursts there are at most
 * @param endless whether the first burst never ends
 * @param whole whether the event stream was whole
 */
record Voice(Duration onset, Duration burst, Duration gap, int most, boolean endless, boolean whole) {

    /** Nothing, ever. */
    static Voice none(boolean whole) {
        return new Voice(Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO, 0, false, whole);
    }

    /** What was heard from the answer to a moment after it. */
    TalkReport until(Duration moment) {
        long since = moment.minus(onset).toMillis();
        if (onset.isNegative() || since <= 0) {
            return new TalkReport(whole, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
        if (endless) {
            return new TalkReport(whole, Duration.ZERO, Duration.ZERO, Duration.ofMillis(since));
        }
        long period = burst.plus(gap).toMillis();
        long begun = since / period;
        long inside = since % period;
        boolean over = inside >= burst.toMillis();
        long ended = Math.min(most, begun + (over ? 1 : 0));
        boolean sounding = !over && begun < most;
        return new TalkReport(
                whole,
                burst.multipliedBy(ended),
                ended > 0 ? burst : Duration.ZERO,
                sounding ? Duration.ofMillis(inside) : Duration.ZERO);
    }
}
