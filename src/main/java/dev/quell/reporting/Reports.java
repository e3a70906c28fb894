package dev.quell.reporting;

import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import dev.quell.review.Occasion;
import dev.quell.review.ReviewStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes reports of what is counted beforehand: what one costs grows with its days, not with the log. */
@Component
public final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int TOP = 20;
    private static final int HOUR = 3600;
    private static final Comparator<WordCount> MOST_FIRST = Comparator.comparingLong(
                    (WordCount count) -> count.tally().calls())
            .reversed()
            .thenComparing(WordCount::word);

    private final Counters counters;
    private final TreatedCalls treated;
    private final ReviewStore reviews;
    private final ReportSettings settings;
    private final Clock clock;

    Reports(Counters counters, TreatedCalls treated, ReviewStore reviews, ReportSettings settings, Clock clock) {
        this.counters = counters;
        this.treated = treated;
        this.reviews = reviews;
        this.settings = settings;
        this.clock = clock;
    }

    /** The report of a span. */
    public CallReport of(Span span) {
        Instant now = clock.instant();
        List<DayCount> days = days(span, now);
        Treated done = treated(span);
        return new CallReport(
                span,
                now,
                days.stream().map(DayCount::tally).reduce(Tally.NONE, Tally::plus),
                days,
                words(Word.CLASS, span),
                words(Word.OUTCOME, span),
                words(Word.ACTION, span),
                counters.top(Ranking.NUISANCE, span.from(), span.to(), TOP),
                Saved.of(done.counts(), settings.handling()),
                reviews.tally(Occasion.SAMPLE, span.from(), span.to()),
                Effect.all(done.counts()),
                done.since());
    }

    /** Where they cannot be read the report is made without them, and says so. */
    private Treated treated(Span span) {
        try {
            return treated.of(span.from(), span.to());
        } catch (RuntimeException e) {
            LOG.warn("What treatments came to cannot be read for a report: {}", e.getMessage());
            return new Treated(List.of(), span.to());
        }
    }

    private List<DayCount> days(Span span, Instant now) {
        List<LocalDate> days = span.days()
                .filter(day -> !day.atStartOfDay(span.zone()).toInstant().isAfter(now))
                .toList();
        boolean whole =
                span.days().allMatch(day -> day.atStartOfDay(span.zone()).toEpochSecond() % HOUR == 0);
        Map<LocalDate, Tally> counted = whole ? byHours(span) : Map.of();
        return days.stream()
                .map(day -> new DayCount(
                        day, whole ? counted.getOrDefault(day, Tally.NONE) : one(Span.of(day, day, span.zone()))))
                .toList();
    }

    private Map<LocalDate, Tally> byHours(Span span) {
        Map<LocalDate, Tally> days = new TreeMap<>();
        for (HourCount hour : counters.hours(Word.ALL, span.from(), span.to())) {
            days.merge(hour.from().atZone(span.zone()).toLocalDate(), hour.tally(), Tally::plus);
        }
        return days;
    }

    /** In zones whose days begin within an hour of UTC, as India's, each day is asked for. */
    private Tally one(Span day) {
        return counters.words(Word.ALL, day.from(), day.to()).stream()
                .map(WordCount::tally)
                .reduce(Tally.NONE, Tally::plus);
    }

    private List<WordCount> words(Word by, Span span) {
        return counters.words(by, span.from(), span.to()).stream()
                .sorted(MOST_FIRST)
                .toList();
    }
}
