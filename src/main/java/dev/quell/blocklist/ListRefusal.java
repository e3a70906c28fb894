package dev.quell.blocklist;

import dev.quell.call.Words;
import java.time.Duration;

/** An entry that may not be made; the message says why and what would be right. */
public final class ListRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private ListRefusal(String message) {
        super(message);
    }

    static ListRefusal protectedNumber(ListPattern pattern) {
        return new ListRefusal(
                pattern.shown()
                        + " is an emergency, service, carrier, bank or site-protected number and is never blocked; callers often show it without owning it");
    }

    static ListRefusal pastExpiry() {
        return new ListRefusal("the entry would have ended already; give an expiry that lies ahead");
    }

    static ListRefusal noExpiry() {
        return new ListRefusal(
                "a block needs an expiry: numbers are reassigned; give a time to live such as 24h or 7d");
    }

    static ListRefusal tooLong(Duration longest) {
        return new ListRefusal("a block lasts at most " + Words.of(longest) + ": numbers are reassigned");
    }

    static ListRefusal nobody() {
        return new ListRefusal("an entry needs the name of who makes or removes it, at most 100 characters");
    }
}
