package dev.quell.console.rules;

import dev.quell.backtest.result.ActionRow;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.Run;
import dev.quell.call.Printable;
import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.console.rules.TrialView.ActionView;
import dev.quell.console.rules.TrialView.ChangeView;
import dev.quell.console.rules.TrialView.ExampleView;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.deed.rules.Differences;
import dev.quell.deed.rules.SiteLines;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposals;
import dev.quell.tuning.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes of a trial what the page shows. */
@Component
final class TrialViews {

    private static final int LONGEST = 300;
    private static final Comparator<ChangeView> WORST_FIRST = Comparator.<ChangeView>comparingLong(
                    change -> change.harder() ? change.good() : 0)
            .thenComparing(ChangeView::harder)
            .thenComparingLong(ChangeView::calls)
            .reversed();

    private final Tuner tuner;
    private final Callers callers;
    private final RuleProposals proposals;

    TrialViews(Tuner tuner, Callers callers, RuleProposals proposals) {
        this.proposals = proposals;
        this.tuner = tuner;
        this.callers = callers;
    }

    TrialView of(Trial trial, Tongue tongue) {
        ClassifierSettings site = tuner.site();
        Optional<BacktestResult> result = trial.result();
        Optional<Difference> difference = result.flatMap(BacktestResult::difference);
        List<ChangeView> changes = difference.map(Difference::changes).orElse(List.of()).stream()
                .map(change -> change(change, tongue))
                .sorted(WORST_FIRST)
                .toList();
        return new TrialView(
                trial.id(),
                trial.state().name(),
                trial.days(),
                trial.startedAt(),
                Math.round(trial.share() * 100),
                trial.calls(),
                Differences.between(tuner.present(), trial.tuning().over(site)),
                !trial.base().equals(tuner.version()),
                result.map(found -> found.run().calls()).orElse(0L),
                difference.map(Difference::changed).orElse(0L),
                trial.goodHarder(),
                difference
                        .map(found ->
                                actions(found.before(), result.orElseThrow().run()))
                        .orElse(List.of()),
                changes,
                trial.sample(),
                trial.needsSecond(),
                proposals.find(trial.id()).map(RuleProposal::author).orElse(""),
                proposals.asked(trial.id()).isPresent()
                        && proposals.find(trial.id()).isEmpty(),
                SiteLines.of(trial.tuning(), site));
    }

    private static List<ActionView> actions(Run before, Run after) {
        return Arrays.stream(Action.values())
                .map(action -> action(action, calls(before, action), calls(after, action)))
                .toList();
    }

    private static ActionView action(Action action, long before, long after) {
        return new ActionView(
                action.name(), before, after, before == after ? "" : String.format(Locale.ROOT, "%+d", after - before));
    }

    private static long calls(Run run, Action action) {
        return run.actions().stream()
                .filter(row -> row.action() == action)
                .mapToLong(ActionRow::calls)
                .sum();
    }

    private ChangeView change(Change change, Tongue tongue) {
        List<ExampleView> examples = new ArrayList<>();
        for (Change.Example example : change.examples()) {
            // Good talks come first.
            examples.add(example(example, examples.size() < change.goodCalls(), tongue));
        }
        return new ChangeView(
                change.before().name(),
                change.after().name(),
                change.after().compareTo(change.before()) > 0,
                change.calls(),
                change.goodCalls(),
                change.nuisanceCalls(),
                examples);
    }

    private ExampleView example(Change.Example example, boolean good, Tongue tongue) {
        return new ExampleView(
                example.call(),
                callers.read(example.caller())
                        .map(caller -> callers.show(caller, tongue))
                        .orElse("?"),
                Instant.parse(example.arrivedAt()),
                good,
                Printable.of(example.before(), LONGEST),
                Printable.of(example.after(), LONGEST));
    }
}
