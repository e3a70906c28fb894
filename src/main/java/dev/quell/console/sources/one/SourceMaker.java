package dev.quell.console.sources.one;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.console.sources.parts.Share;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.console.sources.parts.SourceLine;
import dev.quell.console.sources.parts.SourceLines;
import dev.quell.console.verdict.Outlook;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCalls;
import dev.quell.screening.trial.Trials;
import dev.quell.security.masking.Masking;
import dev.quell.source.Aftermath;
import dev.quell.source.PastEntries;
import dev.quell.source.Ranges;
import dev.quell.source.Whereabouts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what is known of a source: from counters, and from a bounded number of its calls. */
@Component
final class SourceMaker {
    private static final int LOOKED_AT = 500;
    private static final int NEIGHBOURS = 12;
    private static final CallId NO_CALL = new CallId("none", "0");

    private final Counters counters;
    private final CallLog log;
    private final Trials trials;
    private final PastEntries entries;
    private final SourceLines lines;
    private final SourceKeys keys;
    private final Callers callers;
    private final Whereabouts whereabouts;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    SourceMaker(
            Counters counters,
            CallLog log,
            Trials trials,
            PastEntries entries,
            SourceLines lines,
            SourceKeys keys,
            Callers callers,
            Whereabouts whereabouts,
            Clock clock) {
        this.counters = counters;
        this.log = log;
        this.trials = trials;
        this.entries = entries;
        this.lines = lines;
        this.keys = keys;
        this.callers = callers;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    SourceView of(CallerNumber caller, Period period, Tongue tongue) {
        Instant now = clock.instant();
        Optional<LoggedCall> last = end(caller, Optional.empty());
        List<HourCount> hours = counters.source(caller, period.from(), period.to());
        return new SourceView(
                who(caller, last, tongue),
                Outlook.of(
                        trials.of(
                                caller,
                                last.map(LoggedCall::line).orElse(""),
                                last.map(LoggedCall::trunk)
                                        .filter(trunk -> !trunk.isEmpty())
                                        .orElse("unknown"),
                                attestation(last)),
                        tongue.language()),
                counts(caller, period),
                HeatMap.of(hours, zone, tongue.locale()),
                Trend.of(hours, period.first(), period.last(), zone),
                entries.of(caller).stream().map(PastEntry::of).toList(),
                followed(caller, period, now),
                neighbours(caller, period, tongue));
    }

    private SourceView.Who who(CallerNumber caller, Optional<LoggedCall> last, Tongue tongue) {
        Optional<LoggedCall> first = last.isEmpty() ? last : end(caller, Optional.of(CallCursor.Way.NEWER));
        return new SourceView.Who(
                keys.of(caller),
                callers.show(caller, tongue),
                Masking.whole() && !(caller instanceof CallerNumber.Invalid) ? caller.toString() : "",
                Ranges.of(caller)
                        .filter(Masking::mayAsk)
                        .map(start -> start + "*")
                        .orElse(""),
                whereabouts.region(caller, tongue.locale()),
                whereabouts.carrier(caller, tongue.locale()),
                first.map(LoggedCall::arrivedAt),
                last.map(LoggedCall::arrivedAt),
                last.map(call -> call.id().toString()).orElse(""));
    }

    /** The oldest call of all if newer ones than the beginning of time are asked for, else the newest. */
    private Optional<LoggedCall> end(CallerNumber caller, Optional<CallCursor.Way> way) {
        CallFilter filter = CallFilter.builder(Instant.EPOCH, clock.instant().plusMillis(1))
                .caller(new CallerFilter.Exact(caller))
                .build();
        Optional<CallCursor> at = way.map(newer -> new CallCursor(newer, Instant.EPOCH, NO_CALL));
        return log.search(new CallLog.Query(filter, at, 1)).calls().stream().findFirst();
    }

    private SourceView.Counts counts(CallerNumber caller, Period period) {
        List<SourceCalls> calls = counters.together(List.of(caller), period.from(), period.to());
        List<Share> outcomes = shares(Word.OUTCOME, calls);
        return new SourceView.Counts(
                outcomes.stream().mapToLong(Share::calls).sum(),
                outcomes.stream()
                        .filter(share ->
                                share.word().equals("SILENT") || share.word().equals("NOISE"))
                        .mapToLong(Share::calls)
                        .sum(),
                shares(Word.CLASS, calls),
                outcomes,
                shares(Word.LINE, calls),
                shares(Word.TRUNK, calls));
    }

    private static List<Share> shares(Word by, List<SourceCalls> calls) {
        return Share.of(SourceCalls.by(by, calls));
    }

    private SourceView.Followed followed(CallerNumber caller, Period period, Instant now) {
        CallFilter filter = CallFilter.builder(period.from(), period.to())
                .caller(new CallerFilter.Exact(caller))
                .build();
        CallPage newest = log.search(new CallLog.Query(filter, Optional.empty(), LOOKED_AT));
        return new SourceView.Followed(
                Aftermath.of(newest.calls(), now),
                newest.calls().size(),
                newest.older().isPresent());
    }

    private List<SourceLine> neighbours(CallerNumber caller, Period period, Tongue tongue) {
        return Ranges.of(caller)
                .map(range -> counters.top(Ranking.CALLS, range, period.from(), period.to(), NEIGHBOURS + 1).stream()
                        .filter(source -> !source.caller().equals(caller))
                        .limit(NEIGHBOURS)
                        .toList())
                .map(found -> lines.of(found, period, tongue))
                .orElse(List.of());
    }

    private static Attestation attestation(Optional<LoggedCall> last) {
        return Arrays.stream(Attestation.values())
                .filter(kind -> last.filter(call -> kind.name().equalsIgnoreCase(call.attestation()))
                        .isPresent())
                .findFirst()
                .orElse(Attestation.NONE);
    }
}
