package dev.quell.source;

import dev.quell.calllog.LoggedCall;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCalls;
import dev.quell.report.SourceCount;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one source and a period.
 *
 * @param first its first call in the log, of any time; empty if it has none
 * @param last its last call
 * @param hours its calls of the period by hour, oldest first
 * @param calls its calls of the period by class, outcome, line and trunk together
 * @param entries of the lists that mean it or did, newest first
 * @param followed whether it called again after each treatment
 * @param neighbours other sources of its hundred numbers that called in the period
 */
public record SourceFacts(
        Optional<LoggedCall> first,
        Optional<LoggedCall> last,
        List<HourCount> hours,
        List<SourceCalls> calls,
        List<PastEntries.Past> entries,
        Followed followed,
        List<SourceCount> neighbours) {

    public SourceFacts {
        hours = List.copyOf(hours);
        calls = List.copyOf(calls);
        entries = List.copyOf(entries);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * What followed treated calls.
     *
     * @param calls how many of the period were looked at, the newest
     * @param more whether there are more
     */
    public record Followed(List<Aftermath> rows, int calls, boolean more) {
        public Followed {
            rows = List.copyOf(rows);
        }
    }
}
