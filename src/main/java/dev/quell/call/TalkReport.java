package dev.quell.call;

import java.time.Duration;

/**
 * How much a caller was heard to speak since a moment, from talk detection's events.
 *
 * @param whole whether the event stream of that Asterisk was whole all the time and knows the channel; if not, absence of speech proves nothing
 * @param total sum of the bursts that ended
 * @param longest longest burst that ended
 * @param current length of a burst that has begun and not ended, zero if none
 */
public record TalkReport(boolean whole, Duration total, Duration longest, Duration current) {

    /** Nothing is known. */
    public static final TalkReport UNKNOWN = new TalkReport(false, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Whether somebody spoke: the longest burst reaches {@code burst} and all together reach {@code sum}. */
    public boolean spoke(Duration burst, Duration sum) {
        return longest.compareTo(burst) >= 0 && total.compareTo(sum) >= 0;
    }
}
