package dev.quell.console.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.console.shell.FreeText;
import dev.quell.evidence.Hold;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A legal hold that somebody writes.
 *
 * @param source whose; empty if it is for all callers
 * @param all whether it is for all callers
 * @param from the first day of the calls; empty for all
 * @param to the last day of the calls; empty for future ones too
 * @param until the last day of the hold; empty if a person must end it
 * @param author who orders it
 * @param file the number of the case; may be empty
 * @param reason why
 * @param own whether it is understood that it binds this instance's own records alone
 * @param faults the names of the fields that cannot be
 */
record HoldForm(
        String source,
        boolean all,
        String from,
        String to,
        String until,
        String author,
        String file,
        String reason,
        boolean own,
        Set<String> faults) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FILE = 40;
    private static final int LONGEST_REASON = 150;
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    HoldForm {
        faults = Set.copyOf(faults);
    }

    /** One that is empty but for a source. */
    static HoldForm of(String source) {
        return new HoldForm(source, false, "", "", "", "", "", "", false, Set.of());
    }

    /** As it was sent. */
    static HoldForm sent(Map<String, String> fields) {
        return new HoldForm(
                fields.getOrDefault("source", "").strip(),
                fields.containsKey("all"),
                fields.getOrDefault("from", "").strip(),
                fields.getOrDefault("to", "").strip(),
                fields.getOrDefault("until", "").strip(),
                fields.getOrDefault("author", ""),
                fields.getOrDefault("file", ""),
                fields.getOrDefault("reason", ""),
                fields.containsKey("own"),
                Set.of());
    }

    /**
     * The same with its faults.
     *
     * @param pattern whom the source means; empty if nobody
     * @param shared whether instances share a record
     */
    HoldForm judged(Optional<ListPattern> pattern, boolean shared, Instant now, ZoneId zone) {
        Set<String> found = new LinkedHashSet<>();
        if (all != source.isEmpty() || (!all && pattern.isEmpty())) {
            found.add("source");
        }
        if (isNoDay(from) || isNoDay(to) || !begin(zone).isBefore(end(zone))) {
            found.add("period");
        }
        if (isNoDay(until) || over(zone).filter(end -> !end.isAfter(now)).isPresent()) {
            found.add("until");
        }
        if (FreeText.read(author, LONGEST_NAME).isEmpty()) {
            found.add("author");
        }
        if (!file.isBlank() && FreeText.read(file, LONGEST_FILE).isEmpty()) {
            found.add("file");
        }
        if (FreeText.read(reason, LONGEST_REASON).isEmpty()) {
            found.add("reason");
        }
        if (shared && !own) {
            found.add("own");
        }
        return new HoldForm(source, all, from, to, until, author, file, reason, own, found);
    }

    /** The hold that a form without faults asks for. */
    Hold hold(Optional<ListPattern> pattern, Instant now, ZoneId zone) {
        return new Hold(
                0,
                all ? Optional.empty() : pattern,
                begin(zone),
                end(zone),
                author.strip(),
                PackForm.why(file, reason),
                now,
                over(zone),
                Optional.empty());
    }

    private Instant begin(ZoneId zone) {
        return day(from).map(day -> day.atStartOfDay(zone).toInstant()).orElse(Instant.EPOCH);
    }

    private Instant end(ZoneId zone) {
        return day(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(EVER);
    }

    private Optional<Instant> over(ZoneId zone) {
        return day(until).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static boolean isNoDay(String text) {
        return !text.isEmpty() && day(text).isEmpty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1970 && day.getYear() < 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
