package dev.quell.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import dev.quell.reporting.CallReport;
import dev.quell.reporting.Effect;
import dev.quell.reporting.Saved;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as the REST interface shows it; what is not known is left out.
 *
 * @param from the first day
 * @param to the last day
 * @param zone whose days are meant
 * @param classes calls by what they were taken for; unscreened ones under UNSCREENED
 * @param outcomes calls by what callers did
 * @param verdicts calls by verdict; unscreened ones under UNSCREENED
 * @param treatedSince minutes saved and treatments count calls from then on; left out if all are counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        LocalDate from,
        LocalDate to,
        String zone,
        Instant made,
        Figures total,
        List<Day> days,
        Map<String, Long> classes,
        Map<String, Long> outcomes,
        Map<String, Long> verdicts,
        List<Source> sources,
        Minutes minutesSaved,
        Diverted wronglyDiverted,
        List<Treatment> treatments,
        @Nullable Instant treatedSince) {

    static ReportView of(CallReport report) {
        return new ReportView(
                report.span().first(),
                report.span().last(),
                report.span().zone().getId(),
                report.madeAt(),
                Figures.of(report.total()),
                report.days().stream()
                        .map(day -> new Day(day.day(), Figures.of(day.tally())))
                        .toList(),
                words(report.classes()),
                words(report.outcomes()),
                words(report.actions()),
                report.top().stream().map(Source::of).toList(),
                Minutes.of(report.saved()),
                Diverted.of(report.wrong()),
                report.effects().stream().map(Treatment::of).toList(),
                report.treatedSince().isAfter(report.span().from()) ? report.treatedSince() : null);
    }

    private static Map<String, Long> words(List<WordCount> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach(count -> words.put(
                count.word().isEmpty() ? "UNSCREENED" : count.word(),
                count.tally().calls()));
        return words;
    }

    /** Counts of calls, and the minutes that agents had them. */
    record Figures(long calls, long silent, long noise, long goodTalks, long agentMinutes) {
        static Figures of(Tally tally) {
            return new Figures(
                    tally.calls(),
                    tally.silent(),
                    tally.noise(),
                    tally.good(),
                    tally.withAgent().toMinutes());
        }
    }

    /** One day. */
    record Day(LocalDate day, Figures counts) {}

    /** One source. */
    record Source(String source, Figures counts, long flags) {
        static Source of(SourceCount count) {
            return new Source(Masking.show(count.caller()), Figures.of(count.tally()), count.flags());
        }
    }

    /**
     * What agents were spared.
     *
     * @param kept silent and noisy calls that were kept away
     * @param refused calls refused before answer
     * @param assumedSeconds what each is taken to cost: an assumption of the settings
     * @param reached silent and noisy calls that an agent had
     * @param measuredSeconds what these cost on average, talk alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Minutes(
            long minutes,
            long kept,
            long refused,
            long assumedSeconds,
            long reached,
            @Nullable Long measuredSeconds) {
        static Minutes of(Saved saved) {
            return new Minutes(
                    saved.minutes(),
                    saved.kept(),
                    saved.refused(),
                    saved.each().toSeconds(),
                    saved.reached(),
                    saved.reached() == 0 ? null : saved.cost().toSeconds());
        }
    }

    /**
     * What reviewers said of samples of diverted calls.
     *
     * @param share of the wrong ones among those decided, 0 to 1
     * @param from where the share of all diverted calls lies, at 95 %
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Diverted(
            int wrong,
            int decided,
            int unsure,
            @Nullable Double share,
            @Nullable Double from,
            @Nullable Double to) {
        static Diverted of(dev.quell.review.Tally tally) {
            boolean none = tally.decided() == 0;
            return new Diverted(
                    tally.wrong(),
                    tally.decided(),
                    tally.unsure(),
                    none ? null : tally.share(),
                    none ? null : tally.interval().lower(),
                    none ? null : tally.interval().upper());
        }
    }

    /**
     * What a treatment came to.
     *
     * @param nuisance calls that were silent or noise
     * @param asked calls of which it is known whether the caller called again
     * @param againWithinHour after how many of these the caller did within an hour
     * @param againWithinDay the same within 24 hours
     */
    record Treatment(
            String treatment,
            long calls,
            long nuisance,
            long spoke,
            long asked,
            long againWithinHour,
            long againWithinDay) {
        static Treatment of(Effect effect) {
            return new Treatment(
                    effect.action().name(),
                    effect.calls(),
                    effect.nuisance(),
                    effect.spoke(),
                    effect.asked(),
                    effect.soon(),
                    effect.later());
        }
    }
}
