package dev.quell.flag;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of agents' flags.
 *
 * @param undoWithin how old an agent's own flag may be to be taken back by code
 * @param spacing one agent's flags on one number count once in this time
 */
@ConfigurationProperties(prefix = "quell.flag", ignoreUnknownFields = false)
public record FlagSettings(Duration undoWithin, Duration spacing) {

    public FlagSettings {
        SettingFaults.in("quell.flag")
                .require(undoWithin.isPositive(), "undo-within", "must be longer than 0, such as 10m")
                .require(!spacing.isNegative(), "spacing", "must not be negative, such as 7d")
                .throwIfAny();
    }
}
