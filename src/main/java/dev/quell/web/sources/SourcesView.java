package dev.quell.web.sources;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import dev.quell.report.Grouping;
import dev.quell.report.SourceReport;
import dev.quell.report.SourceRow;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report as the REST interface shows it.
 *
 * @param count how many sources there were, also beyond the rows
 */
record SourcesView(Grouping by, Instant from, Instant to, long count, List<Row> sources, Row total) {
    static SourcesView of(SourceReport report) {
        return new SourcesView(
                report.by(),
                report.from(),
                report.to(),
                report.sources(),
                report.rows().stream().map(Row::of).toList(),
                Row.of(report.total()));
    }

    /** One source; what is absent from a map is 0. */
    record Row(
            String source,
            long calls,
            long nuisance,
            long unscreened,
            Map<CallClass, Long> classes,
            Map<CallOutcome, Long> outcomes,
            Map<WayStep, Long> treatments,
            long blocks,
            long flags,
            int lines,
            List<String> lineNames,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen) {
        static Row of(SourceRow row) {
            return new Row(
                    Masking.text(row.source()),
                    row.calls(),
                    row.nuisance(),
                    row.unscreened(),
                    new TreeMap<>(row.classes()),
                    new TreeMap<>(row.outcomes()),
                    new TreeMap<>(row.treatments()),
                    row.blocks(),
                    row.flags(),
                    row.lines(),
                    row.lineNames(),
                    row.firstSeen().orElse(null),
                    row.lastSeen().orElse(null));
        }
    }
}
