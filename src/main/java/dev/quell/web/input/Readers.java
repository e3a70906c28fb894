package dev.quell.web.input;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;

/** Readers of single fields; each throws {@link IllegalArgumentException} with what would be right. */
public final class Readers {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Readers() {}

    /** A moment of the years 1 to 9999, so that milliseconds hold it: ISO 8601 with an offset, or a date, which means its beginning in UTC. */
    public static Instant time(String text) {
        Instant time = anyTime(text);
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not in the years 1 to 9999");
        }
        return time;
    }

    private static Instant anyTime(String text) {
        try {
            if (text.length() == "2026-11-22".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            // A + that was not escaped in a query arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    Clean.shown(text) + " is not a time; write 2026-11-22T08:30:00Z, an offset such as +08:00"
                            + " in place of the Z, or a date",
                    e);
        }
    }

    /** A length of time longer than zero: {@code 24h}, {@code 7d} or ISO 8601. */
    public static Duration duration(String text) {
        try {
            Duration duration = DurationStyle.detect(text).parse(text);
            if (duration.isPositive() && !text.matches("[0-9]+")) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(notADuration(text), e);
        }
        throw new IllegalArgumentException(notADuration(text));
    }

    private static String notADuration(String text) {
        return Clean.shown(text) + " is not a length of time; write 30m, 24h, 7d or PT24H";
    }

    /** A reader of a whole number between two bounds, both included. */
    public static Function<String, Integer> between(int least, int most) {
        return text -> {
            if (text.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw new IllegalArgumentException(
                    Clean.shown(text) + " is not a whole number between " + least + " and " + most);
        };
    }

    /** A reader of the words of a closed set, in any case. */
    public static <E extends Enum<E>> Function<String, E> word(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Clean.shown(text) + " is none of " + words(type)));
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Yes or no. */
    public static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(Clean.shown(text) + " is neither true nor false");
        };
    }

    /** A whole number of at most 18 digits. */
    public static long number(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not a whole number");
        }
        return Long.parseLong(text);
    }

    /** A row's number in the store. */
    public static long id(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not an id; ids are whole numbers from 1");
        }
        return Long.parseLong(text);
    }
}
