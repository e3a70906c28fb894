package dev.quell.storage.redis;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code quell.redis}. Where the server is stands under {@code spring.data.redis}.
 *
 * @param enabled whether a Redis server is used at all; otherwise nothing of it is loaded and no connection is tried
 */
@ConfigurationProperties(prefix = "quell.redis", ignoreUnknownFields = false)
public record RedisSettings(boolean enabled) {}
