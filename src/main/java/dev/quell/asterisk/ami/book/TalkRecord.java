package dev.quell.asterisk.ami.book;

import dev.quell.call.TalkReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The bursts heard on one channel. Each ended burst of speech counts for the whole call; the newest 256 are kept one by one. Not safe for
 * concurrent use.
 */
final class TalkRecord {

    private static final int KEPT = 256;

    private record Burst(Instant endedAt, Duration duration) {}

    private final Deque<Burst> bursts = new ArrayDeque<>();
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private @Nullable Instant startedAt;

    /** A burst begins; a begun one that never ended is forgotten. */
    void start(Instant at) {
        startedAt = at;
    }

    /** The burst has ended; it counts if it is not shorter than {@code shortest}. */
    void stop(Instant at, Duration duration, Duration shortest) {
        startedAt = null;
        if (duration.compareTo(shortest) < 0) {
            return;
        }
        total = total.plus(duration);
        longest = max(longest, duration);
        bursts.addLast(new Burst(at, duration));
        if (bursts.size() > KEPT) {
            bursts.removeFirst();
        }
    }

    /** Whether a burst has begun and not ended. */
    boolean talking() {
        return startedAt != null;
    }

    /** Everything heard, as of a moment. */
    TalkReport all(boolean whole, Instant now) {
        return new TalkReport(whole, total, longest, current(now));
    }

    /** What was heard in bursts that ended after a moment, each with its full length. */
    TalkReport since(boolean whole, Instant since, Instant now) {
        Duration sum = Duration.ZERO;
        Duration most = Duration.ZERO;
        for (Burst burst : bursts) {
            if (burst.endedAt().isAfter(since)) {
                sum = sum.plus(burst.duration());
                most = max(most, burst.duration());
            }
        }
        return new TalkReport(whole, sum, most, current(now));
    }

    private Duration current(Instant now) {
        return startedAt == null || startedAt.isAfter(now) ? Duration.ZERO : Duration.between(startedAt, now);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
