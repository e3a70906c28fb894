package dev.quell.asterisk.ami.book;

import dev.quell.call.TalkReport;
import dev.quell.call.TalkReport.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bursts heard on one channel. Each ended burst of speech counts for the whole call; the newest 256 are kept one by one. The first that ends after
 * answer is the call's opening. Not safe for concurrent use.
 */
final class TalkRecord {

    private static final int KEPT = 256;

    private record Burst(Instant endedAt, Duration duration) {}

    private final Deque<Burst> bursts = new ArrayDeque<>();
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private @Nullable Instant startedAt;
    private @Nullable Instant answeredAt;
    private @Nullable Opening opening;
    private boolean led;

    /** The channel was answered; what is said so again changes nothing. */
    void answered(Instant at) {
        answeredAt = answeredAt == null ? at : answeredAt;
    }

    /** A burst begins; a begun one that never ended is forgotten. */
    void start(Instant at) {
        startedAt = at;
    }

    /** Whether so much was heard that nobody need listen, and no dialogue asked to. */
    boolean enough() {
        return !led && total.compareTo(TalkReport.ENOUGH) >= 0;
    }

    /** A dialogue begins: every sound counts again, also one that has begun before and goes on. */
    void listenAgain() {
        led = true;
    }

    /** The burst has ended; it counts if it is not shorter than {@code shortest}. */
    void stop(Instant at, Duration duration, Duration shortest) {
        Instant began = startedAt;
        startedAt = null;
        if (duration.compareTo(shortest) < 0) {
            return;
        }
        open(began == null ? at : began, duration);
        total = total.plus(duration);
        longest = max(longest, duration);
        bursts.addLast(new Burst(at, duration));
        if (bursts.size() > KEPT) {
            bursts.removeFirst();
        }
    }

    /** A burst that was over before answer opens nothing; of one that went on the part after answer counts. */
    private void open(Instant began, Duration duration) {
        Instant answer = answeredAt;
        if (opening != null || answer == null) {
            return;
        }
        Duration after = Duration.between(answer, began);
        Duration heard = after.isNegative() ? duration.plus(after) : duration;
        opening = new Opening(max(after, Duration.ZERO), max(heard, Duration.ZERO));
    }

    /** Whether a burst has begun and not ended; after enough was heard its end may not be told. */
    boolean talking() {
        return startedAt != null && !enough();
    }

    /** Everything heard and the call's opening, as of a moment. */
    TalkReport all(boolean whole, Instant now) {
        return new TalkReport(whole, total, longest, current(now), Optional.ofNullable(opening));
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
        Instant began = startedAt;
        return began == null || enough() || began.isAfter(now) ? Duration.ZERO : Duration.between(began, now);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
