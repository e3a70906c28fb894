package dev.quell.backtest.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads moments as records have them: {@code 2026-11-20 08:30:00} with {@code T} and {@code /} too, with a fraction, in a zone or with an offset; seconds
 * since 1970 with a fraction; milliseconds. Moments are of the years 1990 to 2099, so that a number is never taken for a time by chance.
 */
final class Times {

    /** What can be written, for faults. */
    static final String FORMS = "no time; write 2026-11-20 08:30:00, 2026-11-20T08:30:00+08:00 or seconds since 1970";

    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final int DATE_AND_TIME = 19;

    private final ZoneId zone;

    Times(ZoneId zone) {
        this.zone = zone;
    }

    /** The moment that a text means; empty if it means none. */
    Optional<Instant> read(String text) {
        try {
            Instant time = text.length() >= DATE_AND_TIME && text.charAt(4) != '.' ? written(text) : counted(text);
            long second = time.getEpochSecond();
            return second >= EARLIEST && second < LATEST ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Instant counted(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (whole.length() > 13 || whole.isEmpty() || !Character.isDigit(whole.charAt(0))) {
            throw new NumberFormatException(text);
        }
        long count = Long.parseLong(whole);
        long nanos = point < 0 ? 0 : fraction(text, point + 1, text.length());
        // Seconds reach this many digits in the year 5138, milliseconds had them in 1973.
        return count >= 100_000_000_000L ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count, nanos);
    }

    private Instant written(String text) {
        char gap = text.charAt(10);
        if (text.charAt(4) != text.charAt(7)
                || (gap != ' ' && gap != 'T')
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            throw new NumberFormatException(text);
        }
        int end = fractionEnd(text);
        LocalDateTime local = LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19),
                end > DATE_AND_TIME ? (int) fraction(text, DATE_AND_TIME + 1, end) : 0);
        if (end == text.length()) {
            return local.atZone(zone).toInstant();
        }
        return local.toInstant(ZoneOffset.of(text.substring(end).strip()));
    }

    private static int fractionEnd(String text) {
        int end = DATE_AND_TIME;
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
            end++;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The digits after a point as nanoseconds; more than nine are cut. */
    private static long fraction(String text, int from, int to) {
        int end = Math.min(to, from + 9);
        if (end <= from) {
            throw new NumberFormatException(text);
        }
        long nanos = digits(text, from, end);
        for (int i = end - from; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }
}
