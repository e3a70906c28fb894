package dev.quell.storage.redis.agree;

import dev.quell.share.RateLimits;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Limits that all instances count together. While Redis is away each counts alone. */
public final class RedisRateLimits implements RateLimits {

    private static final Script ASK = Script.of("limit", ScriptOutputType.INTEGER);

    private static final Script BACK = Script.of("limit_back", ScriptOutputType.INTEGER);

    private final RedisLink link;
    private final RateLimits alone;
    private final Clock clock;

    /** @param alone counts while Redis is away */
    public RedisRateLimits(RedisLink link, RateLimits alone, Clock clock) {
        this.link = link;
        this.alone = alone;
        this.clock = clock;
    }

    @Override
    public Duration ask(String key, int burst, Duration per) {
        long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        long span = TimeUnit.NANOSECONDS.toMicros(per.toNanos());
        return Answer.of(
                        link, link.ask(redis -> ASK.<Long>run(redis, new String[] {Keys.limit(key)}, now, span, burst)))
                .map(wait -> Duration.of(wait, ChronoUnit.MICROS))
                .orElseGet(() -> alone.ask(key, burst, per));
    }

    @Override
    public void giveBack(String key, int burst, Duration per) {
        long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        long span = TimeUnit.NANOSECONDS.toMicros(per.toNanos());
        if (Answer.of(link, link.ask(redis -> BACK.<Long>run(redis, new String[] {Keys.limit(key)}, now, span, burst)))
                .isEmpty()) {
            alone.giveBack(key, burst, per);
        }
    }
}
