package dev.quell.known;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.known-callers}.
 *
 * @param file the site's file of customers, lines of {@code number,kind,until}; empty: none
 * @param look how often it is looked whether the file has changed
 * @param dialledFor how long a number that the site called is known for it, at most 30 days
 */
@ConfigurationProperties(prefix = "quell.known-callers", ignoreUnknownFields = false)
public record KnownCallerSettings(
        @DefaultValue("") String file,
        @DefaultValue("30s") Duration look,
        @DefaultValue("7d") Duration dialledFor) {

    private static final Duration LONGEST = Duration.ofDays(30);

    public KnownCallerSettings {
        SettingFaults.in("quell.known-callers")
                .require(look.compareTo(Duration.ofSeconds(1)) >= 0, "look", "must be at least 1s, such as 30s")
                .require(
                        dialledFor.isPositive() && dialledFor.compareTo(LONGEST) <= 0,
                        "dialled-for",
                        "must be longer than 0 and at most 30d, such as 7d")
                .throwIfAny();
    }
}
