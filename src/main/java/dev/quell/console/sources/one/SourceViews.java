package dev.quell.console.sources.one;

import dev.quell.call.Attestation;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.console.sources.parts.Share;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.console.sources.parts.SourceLines;
import dev.quell.console.verdict.CallerFlagsMaker;
import dev.quell.console.verdict.Outlook;
import dev.quell.report.Counters.Word;
import dev.quell.report.SourceCalls;
import dev.quell.screening.trial.Trials;
import dev.quell.security.masking.Masking;
import dev.quell.source.Ranges;
import dev.quell.source.SourceFacts;
import dev.quell.source.SourceMaker;
import dev.quell.source.Whereabouts;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows what is known of a source. */
@Component
final class SourceViews {
    private final SourceMaker maker;
    private final Trials trials;
    private final CallerFlagsMaker flags;
    private final SourceLines lines;
    private final SourceKeys keys;
    private final Callers callers;
    private final Whereabouts whereabouts;
    private final ZoneId zone = ZoneId.systemDefault();

    SourceViews(
            SourceMaker maker,
            Trials trials,
            CallerFlagsMaker flags,
            SourceLines lines,
            SourceKeys keys,
            Callers callers,
            Whereabouts whereabouts) {
        this.maker = maker;
        this.trials = trials;
        this.flags = flags;
        this.lines = lines;
        this.keys = keys;
        this.callers = callers;
        this.whereabouts = whereabouts;
    }

    SourceView of(CallerNumber caller, Period period, Tongue tongue) {
        SourceFacts facts = maker.of(caller, period.from(), period.to());
        Optional<LoggedCall> last = facts.last();
        return new SourceView(
                who(caller, facts, tongue),
                Outlook.of(
                        trials.of(
                                caller,
                                last.map(LoggedCall::line).orElse(""),
                                last.map(LoggedCall::trunk)
                                        .filter(trunk -> !trunk.isEmpty())
                                        .orElse("unknown"),
                                attestation(last)),
                        tongue.language()),
                flags.of(caller),
                counts(facts.calls()),
                HeatMap.of(facts.hours(), zone, tongue.locale()),
                Trend.of(facts.hours(), period.first(), period.last(), zone),
                facts.entries().stream().map(PastEntry::of).toList(),
                new SourceView.Followed(
                        facts.followed().rows(),
                        facts.followed().calls(),
                        facts.followed().more()),
                lines.of(facts.neighbours(), period, tongue));
    }

    private SourceView.Who who(CallerNumber caller, SourceFacts facts, Tongue tongue) {
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
                facts.first().map(LoggedCall::arrivedAt),
                facts.last().map(LoggedCall::arrivedAt),
                facts.last().map(call -> call.id().toString()).orElse(""));
    }

    private static SourceView.Counts counts(List<SourceCalls> calls) {
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

    private static Attestation attestation(Optional<LoggedCall> last) {
        return Arrays.stream(Attestation.values())
                .filter(kind -> last.filter(call -> kind.name().equalsIgnoreCase(call.attestation()))
                        .isPresent())
                .findFirst()
                .orElse(Attestation.NONE);
    }
}
