package dev.quell.share;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Limits counted by one instance alone, by the generic cell rate algorithm: of each key only the moment is kept at which its burst is whole again. Of more
 * than {@value #MOST} keys at once, those whose burst is whole are forgotten, and then all.
 */
public final class LocalRateLimits implements RateLimits {

    static final int MOST = 10_000;

    private final Clock clock;
    private final ConcurrentMap<String, Long> wholeAt = new ConcurrentHashMap<>();

    public LocalRateLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Duration ask(String key, int burst, Duration per) {
        long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        long span = TimeUnit.NANOSECONDS.toMicros(per.toNanos());
        makeRoom(now);
        long[] wait = new long[1];
        wholeAt.compute(key, (each, before) -> {
            long whole = before == null ? now : Math.clamp(before, now, now + span);
            wait[0] = Math.max(0, whole + span / burst - span - now);
            return wait[0] > 0 ? whole : whole + span / burst;
        });
        return Duration.of(wait[0], ChronoUnit.MICROS);
    }

    private void makeRoom(long now) {
        if (wholeAt.size() >= MOST) {
            wholeAt.values().removeIf(whole -> whole <= now);
            if (wholeAt.size() >= MOST) {
                wholeAt.clear();
            }
        }
    }
}
