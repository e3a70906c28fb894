package dev.quell.source;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.Counters.Word;
import dev.quell.report.SourceCount;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what is known of a source: from counters, and from a bounded number of its calls. */
@Component
public final class SourceMaker {
    private static final Set<Word> WORDS = EnumSet.of(Word.CLASS, Word.OUTCOME, Word.LINE, Word.TRUNK);
    private static final int LOOKED_AT = 500;
    private static final int NEIGHBOURS = 12;
    private static final CallId NO_CALL = new CallId("none", "0");

    private final Counters counters;
    private final CallLog log;
    private final PastEntries entries;
    private final Clock clock;

    SourceMaker(Counters counters, CallLog log, PastEntries entries, Clock clock) {
        this.counters = counters;
        this.log = log;
        this.entries = entries;
        this.clock = clock;
    }

    /** What is known of a source, and of its calls that arrived in {@code [from, to)}. */
    public SourceFacts of(CallerNumber caller, Instant from, Instant to) {
        Optional<LoggedCall> last = end(caller, Optional.empty());
        return new SourceFacts(
                last.isEmpty() ? last : end(caller, Optional.of(CallCursor.Way.NEWER)),
                last,
                counters.source(caller, from, to),
                counters.together(List.of(caller), WORDS, from, to),
                entries.of(caller),
                followed(caller, from, to),
                neighbours(caller, from, to));
    }

    /** The oldest call of all if newer ones than the beginning of time are asked for, else the newest. */
    private Optional<LoggedCall> end(CallerNumber caller, Optional<CallCursor.Way> way) {
        CallFilter filter = calls(caller, Instant.EPOCH, clock.instant().plusMillis(1));
        Optional<CallCursor> at = way.map(newer -> new CallCursor(newer, Instant.EPOCH, NO_CALL));
        return log.search(new CallLog.Query(filter, at, 1)).calls().stream().findFirst();
    }

    private SourceFacts.Followed followed(CallerNumber caller, Instant from, Instant to) {
        CallPage newest = log.search(new CallLog.Query(calls(caller, from, to), Optional.empty(), LOOKED_AT));
        return new SourceFacts.Followed(
                Aftermath.of(newest.calls(), clock.instant()),
                newest.calls().size(),
                newest.older().isPresent());
    }

    private List<SourceCount> neighbours(CallerNumber caller, Instant from, Instant to) {
        return Ranges.of(caller)
                .map(range -> counters.top(Ranking.CALLS, range, from, to, NEIGHBOURS + 1).stream()
                        .filter(source -> !source.caller().equals(caller))
                        .limit(NEIGHBOURS)
                        .toList())
                .orElse(List.of());
    }

    private static CallFilter calls(CallerNumber caller, Instant from, Instant to) {
        return CallFilter.builder(from, to)
                .caller(new CallerFilter.Exact(caller))
                .build();
    }
}
