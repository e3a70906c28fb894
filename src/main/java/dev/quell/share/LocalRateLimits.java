package dev.quell.share;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits counted by one instance alone, by the generic cell rate algorithm: of each key only the moment is kept at which its burst is whole again. Keys of one
 * kind crowd out none of another. Of more than {@value #MOST} keys of a kind, those whose burst is whole are forgotten, and then a tenth: those that will be
 * whole first.
 */
public final class LocalRateLimits implements RateLimits {

    static final int MOST = 10_000;

    private static final int FORGOTTEN = MOST / 10;

    private final Clock clock;
    private final ConcurrentMap<String, ConcurrentMap<String, Long>> kinds = new ConcurrentHashMap<>();

    public LocalRateLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Duration ask(String key, int burst, Duration per) {
        long now = now();
        long span = span(per);
        ConcurrentMap<String, Long> wholeAt = kind(key);
        makeRoom(wholeAt, now);
        long[] wait = new long[1];
        wholeAt.compute(key, (each, before) -> {
            long whole = whole(before, now, span);
            wait[0] = Math.max(0, whole + span / burst - span - now);
            return wait[0] > 0 ? whole : whole + span / burst;
        });
        return Duration.of(wait[0], ChronoUnit.MICROS);
    }

    @Override
    public void giveBack(String key, int burst, Duration per) {
        long now = now();
        long span = span(per);
        kind(key).computeIfPresent(key, (each, before) -> Math.max(now, whole(before, now, span) - span / burst));
    }

    /** A clock that was set back keeps nobody out for longer than the span. */
    private static long whole(@Nullable Long before, long now, long span) {
        return before == null ? now : Math.clamp(before, now, now + span);
    }

    private ConcurrentMap<String, Long> kind(String key) {
        int colon = key.indexOf(':');
        return kinds.computeIfAbsent(colon < 0 ? key : key.substring(0, colon), kind -> new ConcurrentHashMap<>());
    }

    private long now() {
        return TimeUnit.MILLISECONDS.toMicros(clock.millis());
    }

    private static long span(Duration per) {
        return TimeUnit.NANOSECONDS.toMicros(per.toNanos());
    }

    private static void makeRoom(ConcurrentMap<String, Long> wholeAt, long now) {
        if (wholeAt.size() < MOST) {
            return;
        }
        synchronized (wholeAt) {
            wholeAt.values().removeIf(whole -> whole <= now);
            if (wholeAt.size() >= MOST) {
                wholeAt.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .limit(FORGOTTEN)
                        .forEach(entry -> wholeAt.remove(entry.getKey()));
            }
        }
    }
}
