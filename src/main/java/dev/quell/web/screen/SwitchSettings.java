package dev.quell.web.screen;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.switches}: screening for switches other than Asterisk.
 *
 * @param guard after this time the answer is that the call passes, 100ms to 5s
 * @param atOnce how many calls are decided at once, 1 to 10000; more pass unscreened
 * @param deterFor how long a deterred caller is to be kept, 10s to 10m
 */
@ConfigurationProperties(prefix = "quell.switches", ignoreUnknownFields = false)
public record SwitchSettings(
        @DefaultValue("1s") Duration guard,
        @DefaultValue("500") int atOnce,
        @DefaultValue("2m") Duration deterFor) {

    private static final int MOST_AT_ONCE = 10_000;

    public SwitchSettings {
        SettingFaults.in("quell.switches")
                .require(
                        within(guard, Duration.ofMillis(100), Duration.ofSeconds(5)),
                        "guard",
                        "must be 100ms to 5s, such as 1s")
                .require(atOnce >= 1 && atOnce <= MOST_AT_ONCE, "at-once", "must be 1 to 10000, such as 500")
                .require(
                        within(deterFor, Duration.ofSeconds(10), Duration.ofMinutes(10)),
                        "deter-for",
                        "must be 10s to 10m, such as 2m")
                .throwIfAny();
    }

    private static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
