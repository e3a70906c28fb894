package dev.quell.console.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Moments as pages show them and as fields hold them, in the zone of the service's machine. */
@Component("times")
public final class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private final ZoneId zone = ZoneId.systemDefault();

    /** Writes day and time, to the minute, where a text holds them. */
    public static DateTimeFormatter minutes() {
        return MINUTE.withZone(ZoneId.systemDefault());
    }

    /** The zone's name. */
    public String zone() {
        return zone.getId();
    }

    /** The day, {@code 2026-11-22}. */
    public String day(Instant time) {
        return DAY.format(time.atZone(zone));
    }

    /** The time of day, to the second. */
    public String clock(Instant time) {
        return CLOCK.format(time.atZone(zone));
    }

    /** Day and time, to the minute. */
    public String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }

    /** As a field of day and time holds it. */
    public String field(Instant time) {
        return FIELD.format(time.atZone(zone));
    }

    /** For a machine that reads the page. */
    public String machine(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The moment that a field of day and time holds; empty if it holds none of the years 1 to 9999. */
    public Optional<Instant> read(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            return time.getYear() < 1 || time.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(time.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
