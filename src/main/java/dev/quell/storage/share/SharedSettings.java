package dev.quell.storage.share;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.shared}: how an instance tells the shared stores what it has, and asks what they have.
 *
 * @param name as people know this instance, 1 to 64 of {@code [A-Za-z0-9.-]}; empty: the machine's name
 * @param look how often PostgreSQL is asked for other instances' changes, 50 ms to 1 s
 * @param pastRows how many rows of the past are shipped a second at most, 100 or more
 * @param alarm from when on it is an alarm that PostgreSQL lacks rows
 * @param patience how long people's questions wait for PostgreSQL before the own database answers, 100 ms to 1 min
 */
@ConfigurationProperties(prefix = "quell.shared", ignoreUnknownFields = false)
public record SharedSettings(
        @DefaultValue("") String name,
        @DefaultValue("250ms") Duration look,
        @DefaultValue("5000") int pastRows,
        @DefaultValue Alarm alarm,
        @DefaultValue("5s") Duration patience) {

    public SharedSettings {
        if (!name.matches("[A-Za-z0-9.-]{0,64}")) {
            throw new IllegalArgumentException(
                    "quell.shared.name must be at most 64 letters, digits, points and dashes, for example quell-1");
        }
        between("look", look, Duration.ofMillis(50), Duration.ofSeconds(1), "250ms");
        if (pastRows < 100) {
            throw new IllegalArgumentException(
                    "quell.shared.past-rows is " + pastRows + "; it must be 100 or more, for example 5000");
        }
        between("patience", patience, Duration.ofMillis(100), Duration.ofMinutes(1), "5s");
    }

    /**
     * When it is an alarm that rows are not shipped.
     *
     * @param after the oldest waits longer than this, 1 s or more
     * @param rows more than so many wait, 1 or more
     */
    public record Alarm(
            @DefaultValue("5m") Duration after,
            @DefaultValue("100000") long rows) {

        public Alarm {
            if (after.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("quell.shared.alarm.after is " + after.toMillis()
                        + "ms; it must be 1s or more, for example 5m");
            }
            if (rows < 1) {
                throw new IllegalArgumentException(
                        "quell.shared.alarm.rows is " + rows + "; it must be 1 or more, for example 100000");
            }
        }
    }

    private static void between(String key, Duration value, Duration least, Duration most, String example) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("quell.shared." + key + " is " + value.toMillis() + "ms; it must be "
                    + least.toMillis() + "ms to " + most.toMillis() + "ms, for example " + example);
        }
    }
}
