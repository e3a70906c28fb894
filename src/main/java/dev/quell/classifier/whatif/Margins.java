package dev.quell.classifier.whatif;

import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.classifier.Symbol;
import java.util.List;
import java.util.Optional;

/** How far a score is from the thresholds at which the action changes, all else being as it is. */
final class Margins {

    private static final String KEY = "quell.classifier.thresholds.";

    private final Decider decider;
    private final List<Symbol> symbols;
    private final List<Step> steps;

    Margins(Decider decider, Thresholds thresholds, List<Symbol> symbols) {
        this.decider = decider;
        this.symbols = symbols;
        this.steps = decider.silence(symbols)
                ? List.of(new Step(Action.PASS, Action.LISTEN, thresholds.tag(), "tag"))
                : List.of(
                        new Step(Action.PASS, Action.TAG, thresholds.tag(), "tag"),
                        new Step(Action.TAG, Action.CHALLENGE, thresholds.challenge(), "challenge"),
                        new Step(Action.CHALLENGE, Action.DETER, thresholds.deter(), "deter"));
    }

    /** A threshold: what the score asks for below it and from it on. */
    private record Step(Action below, Action from, double threshold, String key) {}

    Optional<Margin> milder() {
        Action now = decider.action(symbols);
        Action scored = decider.scored(symbols);
        for (Step step : steps.reversed()) {
            Action then = decider.action(symbols, step.below());
            if (step.from().compareTo(scored) <= 0 && then.compareTo(now) < 0) {
                return Optional.of(margin(step, then, false));
            }
        }
        return Optional.empty();
    }

    Optional<Margin> harder() {
        Action now = decider.action(symbols);
        Action scored = decider.scored(symbols);
        for (Step step : steps) {
            Action then = decider.action(symbols, step.from());
            if (step.from().compareTo(scored) > 0 && then.compareTo(now) > 0) {
                boolean second =
                        step.from() == Action.DETER && decider.accusing(symbols).size() < 2;
                return Optional.of(margin(step, then, second));
            }
        }
        return Optional.empty();
    }

    private Margin margin(Step step, Action then, boolean secondKind) {
        double missing = decider.sumAt(step.threshold()) - decider.sum(symbols);
        return new Margin(
                then, secondKind ? Math.max(0, missing) : missing, step.threshold(), KEY + step.key(), secondKind);
    }
}
