package dev.quell.web.idempotency;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.idempotency}.
 *
 * @param keep how long an answer is kept, 1m to 7d
 * @param requests how many requests with a key one person or program may make in that time, 10 to 1000000; it fills up evenly
 */
@ConfigurationProperties(prefix = "quell.idempotency", ignoreUnknownFields = false)
public record IdempotencySettings(
        @DefaultValue("24h") Duration keep,
        @DefaultValue("20000") int requests) {

    private static final int LEAST = 10;
    private static final int MOST = 1_000_000;

    public IdempotencySettings {
        SettingFaults.in("quell.idempotency")
                .require(
                        keep.compareTo(Duration.ofMinutes(1)) >= 0 && keep.compareTo(Duration.ofDays(7)) <= 0,
                        "keep",
                        "must be 1m to 7d, such as 24h")
                .require(requests >= LEAST && requests <= MOST, "requests", "must be 10 to 1000000, such as 20000")
                .throwIfAny();
    }
}
