package dev.quell.report;

import java.time.Instant;
import java.util.List;

/**
 * Who called in a period and what became of it.
 *
 * @param from inclusive
 * @param to exclusive
 * @param sources how many sources there were
 * @param rows the worst of them: most nuisance first, then most calls
 * @param total all sources together, also those that are not among the rows
 */
public record SourceReport(Grouping by, Instant from, Instant to, long sources, List<SourceRow> rows, SourceRow total) {

    public SourceReport {
        rows = List.copyOf(rows);
    }
}
