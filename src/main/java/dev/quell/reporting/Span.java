package dev.quell.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The whole days that a report is about; one on which clocks change has 23 or 25 hours.
 *
 * @param first the first day
 * @param last the last day, not before the first
 * @param from the beginning of the first day
 * @param to the end of the last day
 */
public record Span(LocalDate first, LocalDate last, ZoneId zone, Instant from, Instant to) {

    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last day is before the first");
        }
    }

    /** The days from the first to the last, both included. */
    public static Span of(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                first,
                last,
                zone,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Its days, the first one first. */
    public Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }
}
