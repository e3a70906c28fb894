package dev.quell.console.sources.parts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days that a page is about, whole ones, today's rest too.
 *
 * @param word its value of {@code span} in the address; empty for days that were chosen freely
 * @param from the beginning of the first day
 * @param to the end of the last day
 * @param fault whether something else was asked for that cannot be
 */
public record Period(String word, LocalDate first, LocalDate last, Instant from, Instant to, boolean fault) {
    /** The periods that can be chosen by name. */
    public static final List<String> WORDS = List.of("today", "7d", "30d", "90d");

    private static final String USUAL = "30d";
    private static final long MOST_DAYS = 366;

    /** Reads {@code span}, or {@code from} and {@code to} as dates, from an address; 30 days if it names none. */
    public static Period read(Map<String, String> query, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        String from = query.getOrDefault("from", "").strip();
        String to = query.getOrDefault("to", "").strip();
        if (from.isEmpty() && to.isEmpty()) {
            String word = query.getOrDefault("span", USUAL);
            boolean known = WORDS.contains(word);
            return named(known ? word : USUAL, today, zone, !known && !word.isEmpty());
        }
        Optional<LocalDate> last = to.isEmpty() ? Optional.of(today) : date(to);
        Optional<LocalDate> first = from.isEmpty() ? last.map(day -> day.minusDays(days(USUAL) - 1)) : date(from);
        return first.filter(day -> last.isPresent() && possible(day, last.get()))
                .map(day -> of("", day, last.orElseThrow(), zone, false))
                .orElseGet(() -> named(USUAL, today, zone, true));
    }

    private static long days(String word) {
        return switch (word) {
            case "today" -> 1;
            case "7d" -> 7;
            case "90d" -> 90;
            default -> 30;
        };
    }

    private static boolean possible(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        return days >= 0 && days < MOST_DAYS;
    }

    private static Period named(String word, LocalDate today, ZoneId zone, boolean fault) {
        return of(word, today.minusDays(days(word) - 1), today, zone, fault);
    }

    private static Period of(String word, LocalDate first, LocalDate last, ZoneId zone, boolean fault) {
        return new Period(
                word,
                first,
                last,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                fault);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1970 || day.getYear() > 9999 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As an address asks for it. */
    public String query() {
        return word.isEmpty() ? "from=" + first + "&to=" + last : "span=" + word;
    }

    /** The names of periods, for a page to offer. */
    public List<String> words() {
        return WORDS;
    }

    /** The first day if it was chosen freely; empty otherwise. */
    public String chosenFirst() {
        return word.isEmpty() ? first.toString() : "";
    }

    /** The last day if it was chosen freely; empty otherwise. */
    public String chosenLast() {
        return word.isEmpty() ? last.toString() : "";
    }
}
