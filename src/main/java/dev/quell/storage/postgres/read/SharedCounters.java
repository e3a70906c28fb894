package dev.quell.storage.postgres.read;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCalls;
import dev.quell.report.SourceCount;
import dev.quell.report.WordCount;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The counters of all instances, or this one's own while the record does not answer.
 *
 * @param record all that was told
 * @param own this instance's calls
 */
record SharedCounters(Counters record, Counters own, Asking asking) implements Counters {

    private <T> T ask(Function<Counters, T> question) {
        return asking.ask(() -> question.apply(record), () -> question.apply(own));
    }

    @Override
    public Instant since() {
        return ask(Counters::since);
    }

    @Override
    public List<HourCount> hours(Word by, Instant from, Instant to) {
        return ask(counters -> counters.hours(by, from, to));
    }

    @Override
    public List<HourCount> hours(Word by, String word, Instant from, Instant to) {
        return ask(counters -> counters.hours(by, word, from, to));
    }

    @Override
    public List<WordCount> words(Word by, Instant from, Instant to) {
        return ask(counters -> counters.words(by, from, to));
    }

    @Override
    public List<SourceCount> top(Ranking by, Instant from, Instant to, int limit) {
        return ask(counters -> counters.top(by, from, to, limit));
    }

    @Override
    public List<SourceCount> top(Ranking by, String prefix, Instant from, Instant to, int limit) {
        return ask(counters -> counters.top(by, prefix, from, to, limit));
    }

    @Override
    public List<SourceCount> disturbers(Optional<String> prefix, Instant from, Instant to, int limit) {
        return ask(counters -> counters.disturbers(prefix, from, to, limit));
    }

    @Override
    public List<SourceCalls> together(Collection<CallerNumber> callers, Set<Word> by, Instant from, Instant to) {
        return ask(counters -> counters.together(callers, by, from, to));
    }

    @Override
    public List<HourCount> source(CallerNumber caller, Instant from, Instant to) {
        return ask(counters -> counters.source(caller, from, to));
    }

    @Override
    public List<HourCount> minutes(Instant from, Instant to) {
        return ask(counters -> counters.minutes(from, to));
    }
}
