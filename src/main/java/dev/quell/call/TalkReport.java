package dev.quell.call;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a caller was heard to speak since a moment, from talk detection's events.
 *
 * @param whole whether the event stream of that Asterisk was whole all the time and knows the channel; if not, absence of speech proves nothing
 * @param total sum of the bursts that ended
 * @param longest longest burst that ended
 * @param current length of a burst that has begun and not ended, zero if none
 * @param opening the first burst of the call that ended, measured from answer; empty if there was none or the moment of answer is not known
 */
public record TalkReport(boolean whole, Duration total, Duration longest, Duration current, Optional<Opening> opening) {

    /**
     * Whoever spoke so long in all is surely a speaking caller: from then on nobody need listen, and what is heard is a lower bound. Listening costs
     * Asterisk work with every packet, both ways.
     */
    public static final Duration ENOUGH = Duration.ofSeconds(1);

    /** Nothing is known. */
    public static final TalkReport UNKNOWN = new TalkReport(false, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * The first burst of a call.
     *
     * @param after from answer to its beginning; zero also if it began before answer
     * @param lasted its length, the part before answer left out
     */
    public record Opening(Duration after, Duration lasted) {
        public Opening {
            if (after.isNegative() || lasted.isNegative()) {
                throw new IllegalArgumentException(
                        "a call's first burst begins at answer or later and is not negative");
            }
        }
    }

    /** With nothing known of the first burst. */
    public TalkReport(boolean whole, Duration total, Duration longest, Duration current) {
        this(whole, total, longest, current, Optional.empty());
    }

    /** Whether somebody spoke: the longest burst reaches {@code burst} and all together reach {@code sum}. */
    public boolean spoke(Duration burst, Duration sum) {
        return longest.compareTo(burst) >= 0 && total.compareTo(sum) >= 0;
    }

    /** Whether so much was heard that listening may have ended. */
    public boolean enough() {
        return total.compareTo(ENOUGH) >= 0;
    }

    /** Whether not a sound was heard, not even one that has begun and not ended; proves silence only if whole. */
    public boolean soundless() {
        return total.isZero() && current.isZero();
    }
}
