package dev.quell.reporting;

import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import java.time.Instant;
import java.util.List;

/**
 * What came in a period, what was done, and what it was worth. Sources stand in it whole: whoever shows it masks them.
 *
 * @param days all days up to the present one, oldest first
 * @param classes by what calls were taken for, most first; the empty word for unscreened ones
 * @param outcomes by what callers did, most first
 * @param actions by verdict, most first; the empty word for unscreened ones
 * @param top the sources with the most nuisance
 * @param wrong what reviewers said of samples of diverted calls
 * @param effects of each treatment that was applied, the mildest first; PASS and TAG to compare with
 * @param treatedSince what was saved and each treatment's effect are known of calls from then on: later than the period's beginning where earlier ones are
 *     still being counted
 */
public record CallReport(
        Span span,
        Instant madeAt,
        Tally total,
        List<DayCount> days,
        List<WordCount> classes,
        List<WordCount> outcomes,
        List<WordCount> actions,
        List<SourceCount> top,
        Saved saved,
        dev.quell.review.Tally wrong,
        List<Effect> effects,
        Instant treatedSince) {

    public CallReport {
        days = List.copyOf(days);
        classes = List.copyOf(classes);
        outcomes = List.copyOf(outcomes);
        actions = List.copyOf(actions);
        top = List.copyOf(top);
        effects = List.copyOf(effects);
    }
}
