package dev.quell.blocklist.bulk;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.WrittenRange;
import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.call.Printable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line {@code pattern,kind,reason,expires} says.
 *
 * @param expires when it ends; empty if the line does not say it
 */
record EntryLine(ListPattern pattern, ListKind kind, String reason, Optional<Instant> expires) {

    private static final Pattern WRITTEN = Pattern.compile("[+0-9][0-9 ()./-]{0,39}");
    private static final Pattern ROUNDED = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern TERM = Pattern.compile("([1-9][0-9]{0,4})([hd])");
    /** No store keeps it. */
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    private static final int MOST_FIELDS = 4;
    private static final int LONGEST_REASON = 200;
    private static final int SHOWN = 40;

    /**
     * What stands where a line is silent.
     *
     * @param kind the list
     * @param reason why
     * @param expires when the entries end, empty: never
     */
    record Defaults(ListKind kind, String reason, Optional<Instant> expires) {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right
     */
    static EntryLine of(List<String> fields, Defaults defaults, NumberReader numbers, Instant now) {
        if (fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(
                    "has " + fields.size()
                            + " fields; a line is pattern,kind,reason,expires, and a reason with a comma in it stands in quotes");
        }
        ListKind kind = kind(field(fields, 1), defaults.kind());
        String reason = field(fields, 2).isEmpty() ? defaults.reason() : reason(field(fields, 2));
        String end = field(fields, 3);
        return new EntryLine(
                pattern(field(fields, 0), numbers),
                kind,
                reason,
                end.isEmpty() ? defaults.expires() : Optional.of(end(end, now)));
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    private static ListPattern pattern(String text, NumberReader numbers) {
        // A leading apostrophe tells a spreadsheet that a number is text.
        String written = text.startsWith("'") ? text.substring(1).strip() : text;
        if (ROUNDED.matcher(written).matches()) {
            throw new IllegalArgumentException(
                    "the number " + shown(text)
                            + " was rounded by a spreadsheet; format the column as text and take the numbers from their source again");
        }
        if (written.endsWith("*")) {
            return ListPattern.parse(written.replaceAll("[ ()./-]", ""));
        }
        Optional<ListPattern> range = WrittenRange.read(written, numbers);
        if (range.isPresent()) {
            return range.get();
        }
        CallerNumber caller = WRITTEN.matcher(written).matches() ? numbers.read(written) : new CallerNumber.Invalid("");
        if (!caller.identifies()) {
            throw new IllegalArgumentException(
                    "the number " + shown(text)
                            + " is not possible; write +8613800138000, 13800138000, a short number such as 8001, a prefix such as +86138*, or a range such as +8675561230000-+8675561239998");
        }
        return new ListPattern.Exact(caller);
    }

    private static ListKind kind(String text, ListKind absent) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> absent;
            case "block" -> ListKind.BLOCK;
            case "allow" -> ListKind.ALLOW;
            default -> throw new IllegalArgumentException("the kind " + shown(text) + " is neither block nor allow");
        };
    }

    private static String reason(String text) {
        if (text.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason is longer than " + LONGEST_REASON + " characters");
        }
        if (!Printable.of(text, LONGEST_REASON).equals(text)) {
            throw new IllegalArgumentException(
                    "the reason " + shown(text) + " has characters that do not show; leave them out");
        }
        return text;
    }

    /** A date, which means its beginning in UTC, a time with an offset, or a term such as 7d. */
    static Instant end(String text, Instant now) {
        Matcher term = TERM.matcher(text);
        if (term.matches()) {
            long count = Long.parseLong(term.group(1));
            return now.plus(term.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count));
        }
        try {
            Instant end = text.length() == "2026-11-22".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (end.isBefore(BEYOND)) {
                return end;
            }
            throw new IllegalArgumentException("the end " + shown(text) + " is not in the years up to 9999");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the end " + shown(text) + " is not a time; write 2026-11-29, 2026-11-29T08:30:00+08:00 or 7d", e);
        }
    }

    private static String shown(String text) {
        return "'" + Printable.of(text, SHOWN) + "'";
    }
}
