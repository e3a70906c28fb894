package dev.quell.cli;

import dev.quell.call.Printable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a moment as people write it. */
final class Moment {

    /** What can be written, for help and faults. */
    static final String FORMS =
            "2026-11-20, 2026-11-20T08:30, 2026-11-20T08:30:00+08:00, or a time ago such as 24h or 7d";

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([mhd])");

    private Moment() {}

    /**
     * The moment that a text means: a day's begin or a time in a zone, a time with its offset, or so long before now.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Instant parse(String text, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(span(Integer.parseInt(ago.group(1)), ago.group(2)));
        }
        try {
            return instant(WRITTEN.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + Printable.of(text, 40) + "' is no time; write " + FORMS, e);
        }
    }

    private static Instant instant(TemporalAccessor written, ZoneId zone) {
        return switch (written) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            default -> LocalDate.from(written).atStartOfDay(zone).toInstant();
        };
    }

    private static Duration span(int count, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
