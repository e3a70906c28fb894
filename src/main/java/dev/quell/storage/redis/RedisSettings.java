package dev.quell.storage.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.redis}. Where the server is stands under {@code spring.data.redis}.
 *
 * @param enabled whether a Redis server is used at all; otherwise nothing of it is loaded and no connection is tried
 * @param tellAgain how far back calls are told again after a lost connection, a minute to a day
 */
@ConfigurationProperties(prefix = "quell.redis", ignoreUnknownFields = false)
public record RedisSettings(
        boolean enabled, @DefaultValue("1h") Duration tellAgain) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public RedisSettings {
        if (tellAgain.compareTo(SHORTEST) < 0 || tellAgain.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("quell.redis.tell-again is " + tellAgain.toSeconds()
                    + "s; it must lie between 1m and 1d, for example 1h");
        }
    }
}
