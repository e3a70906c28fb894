package dev.quell.console.sources.one;

import dev.quell.console.sources.parts.Share;
import dev.quell.console.sources.parts.SourceLine;
import dev.quell.console.verdict.CallerFlags;
import dev.quell.console.verdict.Outlook;
import dev.quell.source.Aftermath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a source. All texts are in the reader's language and printable.
 *
 * @param now what would happen if it called now, as its last call did
 * @param flags those that stand against it
 * @param entries those that mean it or did, newest first
 * @param neighbours other sources of its range that called in the period
 */
public record SourceView(
        Who who,
        Outlook now,
        CallerFlags flags,
        Counts counts,
        HeatMap heat,
        Trend trend,
        List<PastEntry> entries,
        Followed followed,
        List<SourceLine> neighbours) {
    public SourceView {
        entries = List.copyOf(entries);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * Who it is.
     *
     * @param key how an address names it
     * @param caller the number as the reader may see it
     * @param number the number for a field; empty if the reader may not see it whole
     * @param range its range as the list of sources takes it, {@code +86138001380*}; empty if it has none or the reader may not ask for it
     * @param region where the number was given out; empty if that is not known
     * @param carrier who was given the number; empty if that is not known
     * @param first when its first call in the log arrived; empty if it has none
     * @param last when its last call arrived
     * @param sample one of its calls, empty if there is none
     */
    public record Who(
            String key,
            String caller,
            String number,
            String range,
            String region,
            String carrier,
            Optional<Instant> first,
            Optional<Instant> last,
            String sample) {}

    /**
     * What its calls of the period came to.
     *
     * @param calls how many
     * @param nuisance how many were silent or noise
     */
    public record Counts(
            long calls,
            long nuisance,
            List<Share> classes,
            List<Share> outcomes,
            List<Share> lines,
            List<Share> trunks) {
        public Counts {
            classes = List.copyOf(classes);
            outcomes = List.copyOf(outcomes);
            lines = List.copyOf(lines);
            trunks = List.copyOf(trunks);
        }
    }

    /**
     * What followed its treatments.
     *
     * @param calls how many of the period's newest calls were looked at
     * @param cut whether there were more
     */
    public record Followed(List<Aftermath> rows, int calls, boolean cut) {
        public Followed {
            rows = List.copyOf(rows);
        }
    }
}
