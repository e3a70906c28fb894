package dev.quell.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong tokens by the address they came from. A right token is never refused on account of wrong ones: behind one address may be many
 * people, and a token of 256 random bits is not found by trying. The limit keeps the log and the work small.
 */
final class FailedTokens {
    /** Addresses that are remembered; the one longest known is forgotten first. */
    static final int MAX_PEERS = 1000;

    private final Clock clock;
    private final ApiSettings.Failures limit;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    FailedTokens(Clock clock, ApiSettings.Failures limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Counts one more.
     *
     * @return how many there were within the present window, this one included
     */
    synchronized int count(String peer) {
        Instant now = clock.instant();
        Window window = windows.get(peer);
        if (window == null || !now.isBefore(window.end)) {
            windows.remove(peer);
            window = new Window(now.plus(limit.findTime()));
            windows.put(peer, window);
            if (windows.size() > MAX_PEERS) {
                windows.remove(windows.keySet().iterator().next());
            }
        }
        window.count++;
        return window.count;
    }

    /** Whether an address had more wrong tokens than are answered one by one. */
    boolean tooMany(int count) {
        return count > limit.maxRetry();
    }

    /** How long until an address's window is over. */
    synchronized Duration wait(String peer) {
        Window window = windows.get(peer);
        Duration left = window == null ? Duration.ZERO : Duration.between(clock.instant(), window.end);
        return left.isPositive() ? left : Duration.ZERO;
    }

    private static final class Window {
        private final Instant end;
        private int count;

        private Window(Instant end) {
            this.end = end;
        }
    }
}
