package dev.quell.known;

import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.call.Printable;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller.Origin;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads lines of {@code number,kind,until}. The kind is {@code customer}, {@code open_ticket} or {@code dialled}, customer if it is not given; the end is a
 * date, which means its beginning in UTC, or a time with an offset, and may be missing. Empty lines, lines that begin with {@code #} and a first line that
 * begins with {@code number} are passed over.
 */
@Component
public final class KnownCsv {

    /** What cannot stand in a number as people write it. */
    private static final String WRITTEN = "[+0-9][0-9 ()./-]{0,39}";

    /** No store keeps it. */
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    private static final int SHOWN = 40;

    private final NumberReader numbers;
    private final KnownCallers callers;
    private final Clock clock;

    public KnownCsv(NumberReader numbers, KnownCallers callers, Clock clock) {
        this.numbers = numbers;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What a text holds.
     *
     * @param lines how many lines name somebody or should
     * @param known of the good lines, in their order
     * @param faults of the others
     */
    public record Reading(int lines, List<KnownCaller> known, List<LineFault> faults) {
        public Reading {
            known = List.copyOf(known);
            faults = List.copyOf(faults);
        }
    }

    /**
     * A line that was not taken.
     *
     * @param line counted from 1
     * @param fault what is wrong and what would be right
     */
    public record LineFault(int line, String fault) {}

    /** Reads a text; never throws for what stands in it. */
    public Reading read(List<String> text, Origin origin, String author) {
        List<KnownCaller> known = new ArrayList<>();
        List<LineFault> faults = new ArrayList<>();
        Instant now = clock.instant();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).replace("\uFEFF", "").strip();
            if (line.isEmpty() || line.startsWith("#") || (i == 0 && line.startsWith("number"))) {
                continue;
            }
            try {
                known.add(one(line, origin, author, now));
            } catch (IllegalArgumentException e) {
                faults.add(new LineFault(i + 1, String.valueOf(e.getMessage())));
            }
        }
        return new Reading(known.size() + faults.size(), known, faults);
    }

    private KnownCaller one(String line, Origin origin, String author, Instant now) {
        String[] fields = line.split(",", -1);
        if (fields.length > 3) {
            throw new IllegalArgumentException("has " + fields.length + " fields; a line is number,kind,until");
        }
        CallerNumber caller = number(field(fields, 0));
        KnownAs as = kind(field(fields, 1));
        Optional<Instant> until = until(field(fields, 2));
        refuse("the number ", field(fields, 0), callers.refusal(caller));
        refuse("the end ", field(fields, 2), callers.refusal(as, until));
        return new KnownCaller(caller, as, origin, author, now, until);
    }

    private static void refuse(String what, String field, Optional<String> why) {
        if (why.isPresent()) {
            throw new IllegalArgumentException(what + shown(field) + " " + why.get());
        }
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? unquoted(fields[index].strip()) : "";
    }

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).strip()
                : field;
    }

    private CallerNumber number(String text) {
        return text.matches(WRITTEN) ? numbers.read(text) : new CallerNumber.Invalid("");
    }

    private static KnownAs kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replace('-', '_')) {
            case "", "customer" -> KnownAs.CUSTOMER;
            case "open_ticket" -> KnownAs.OPEN_TICKET;
            case "dialled" -> KnownAs.DIALLED;
            default ->
                throw new IllegalArgumentException(
                        "the kind " + shown(text) + " is none of customer, open_ticket, dialled");
        };
    }

    private static Optional<Instant> until(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant end = text.length() == "2026-11-22".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (end.isBefore(BEYOND)) {
                return Optional.of(end);
            }
            throw new IllegalArgumentException("the end " + shown(text) + " is not in the years up to 9999");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the end " + shown(text) + " is not a time; write 2026-11-22 or 2026-11-22T08:30:00+08:00", e);
        }
    }

    private static String shown(String text) {
        return "'" + Printable.of(text, SHOWN) + "'";
    }
}
