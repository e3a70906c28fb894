package dev.quell.flag;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of agents' flags.
 *
 * @param undoWithin how old an agent's own flag may be to be taken back by code
 */
@ConfigurationProperties(prefix = "quell.flag", ignoreUnknownFields = false)
public record FlagSettings(Duration undoWithin) {

    public FlagSettings {
        SettingFaults.in("quell.flag")
                .require(undoWithin.isPositive(), "undo-within", "must be longer than 0, such as 10m")
                .throwIfAny();
    }
}
