package dev.quell.storage.counters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A span of arrivals, in milliseconds since the epoch, or in the hours of counters.
 *
 * @param low inclusive
 * @param high exclusive
 */
public record Span(long low, long high) {

    private boolean isEmpty() {
        return low >= high;
    }

    /** What both have; empty if its high end is not above the low one. */
    Span within(long from, long to) {
        return new Span(Math.max(low, from), Math.min(high, to));
    }

    /** The same time as spans that are apart, oldest first. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream()
                .filter(each -> !each.isEmpty())
                .sorted(Comparator.comparingLong(Span::low))
                .toList()) {
            if (!merged.isEmpty() && span.low <= merged.getLast().high) {
                Span before = merged.removeLast();
                merged.add(new Span(before.low, Math.max(before.high, span.high)));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }
}
