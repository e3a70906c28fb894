package dev.quell.blocklist;

import dev.quell.call.Words;
import java.time.Duration;

/** An entry that may not be made; the message says why and what would be right. */
public final class ListRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why an entry is refused. */
    public enum Why {
        /** The number is one that no block may hit. */
        PROTECTED,
        /** The range has a number in it that no block may hit. */
        HOLDS_PROTECTED,
        /** It would have ended already. */
        PAST,
        /** A block must end. */
        NO_EXPIRY,
        /** It would last longer than a block may. */
        TOO_LONG,
        /** Nobody's name is given. */
        NOBODY
    }

    private final Why why;

    private ListRefusal(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why. */
    public Why why() {
        return why;
    }

    static ListRefusal protectedNumber(ListPattern pattern) {
        return new ListRefusal(
                Why.PROTECTED,
                pattern.shown()
                        + " is an emergency, service, carrier, bank or site-protected number and is never blocked; callers often show it without owning it");
    }

    static ListRefusal holdsProtected(ListPattern.Range range, String number) {
        return new ListRefusal(
                Why.HOLDS_PROTECTED,
                range.text() + " has " + number
                        + " in it, an emergency, service, carrier, bank or site-protected number, which is never blocked;"
                        + " write ranges that leave it out");
    }

    static ListRefusal pastExpiry() {
        return new ListRefusal(Why.PAST, "the entry would have ended already; give an expiry that lies ahead");
    }

    static ListRefusal noExpiry() {
        return new ListRefusal(
                Why.NO_EXPIRY,
                "a block needs an expiry: numbers are reassigned; give a time to live such as 24h or 7d");
    }

    static ListRefusal tooLong(Duration longest) {
        return new ListRefusal(Why.TOO_LONG, "a block lasts at most " + Words.of(longest) + ": numbers are reassigned");
    }

    static ListRefusal nobody() {
        return new ListRefusal(
                Why.NOBODY, "an entry needs the name of who makes or removes it, at most 100 characters");
    }
}
