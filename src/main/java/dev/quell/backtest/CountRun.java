package dev.quell.backtest;

import dev.quell.backtest.input.CallerCount;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.result.Run;
import dev.quell.backtest.tally.Changes;
import dev.quell.backtest.tally.LabelWords;
import dev.quell.backtest.tally.RunTally;
import dev.quell.classifier.Verdict;
import dev.quell.replay.Replay;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A backtest over counts: one verdict a caller. */
final class CountRun {

    private static final LabelWords WORDS = new LabelWords(
            "as the file gives them, or as given by caller",
            "that of the caller's last call, all counted calls within 24 h");

    private final Backtest backtest;
    private final Map<String, Counted> callers = new LinkedHashMap<>();

    /** A caller while the file is read. */
    private static final class Counted {
        private final String shown;
        private final Map<String, Long> calls = new HashMap<>(4);
        private @Nullable Label label;

        Counted(String shown) {
            this.shown = shown;
        }
    }

    CountRun(Backtest backtest) {
        this.backtest = backtest;
    }

    void count(CallerCount count, Optional<Label> label) {
        Counted counted =
                callers.computeIfAbsent(count.caller().key(), key -> new Counted(FileRun.shown(count.caller())));
        counted.calls.merge(count.callee(), count.count(), Long::sum);
        if (label.isPresent() && counted.label != Label.NUISANCE) {
            counted.label = label.get();
        }
    }

    BacktestResult result(InputFacts facts) {
        Tested tested = new Tested(backtest.tested());
        Optional<Tested> other = backtest.other().map(Tested::new);
        Changes changes = new Changes();
        callers.forEach((key, counted) -> {
            Optional<Label> label = Optional.ofNullable(counted.label);
            Verdict now = tested.decide(key, counted.calls, label);
            backtest.scores().take(counted.shown, counted.shown, now.probability(), now.action(), label);
            other.ifPresent(each -> {
                Verdict before = each.decide(key, counted.calls, label);
                Changes.Known known = new Changes.Known("", counted.shown, "");
                changes.decided(before.action(), before, now.action(), now, label, () -> known);
            });
        });
        Optional<Difference> difference = other.map(each -> changes.sum(each.run()));
        return new BacktestResult(facts, Coverages.counts(), tested.run(), difference);
    }

    /** One choice of settings. */
    private static final class Tested {
        private final Choice choice;
        private final CountedDay day;
        private final RunTally tally = RunTally.withoutDays();

        Tested(Choice choice) {
            this.choice = choice;
            this.day = new CountedDay(choice.settings().classifier());
        }

        Verdict decide(String key, Map<String, Long> calls, Optional<Label> label) {
            Verdict verdict = day.last(calls);
            tally.decided(verdict, verdict.action(), false, Instant.EPOCH, Optional.of(key), label);
            return verdict;
        }

        Run run() {
            return tally.sum(
                    choice.name(), Replay.of(choice.settings()).classifier().version(), WORDS);
        }
    }
}
