package dev.quell.classifier;

import dev.quell.classifier.ClassifierSettings.Calibration;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What verdicts of one version are measured by: all that the symbols of a verdict do not tell themselves.
 *
 * @param prior share of nuisance before anything is known, between 0 and 1
 * @param damping what of a weight counts where a larger one of its family counts whole
 * @param accuses what a symbol counts at least to make its family one that speaks for a nuisance
 * @param counted what counted rules ask for, by symbol
 * @param mutes the symbols that prove nothing while a symbol of the surroundings is there, by that symbol
 * @param catalogue the symbols with their weights
 */
public record Standard(
        double prior,
        double damping,
        double accuses,
        Calibration calibration,
        Thresholds thresholds,
        Map<String, Action> counted,
        Map<String, Set<String>> mutes,
        Catalogue catalogue) {

    public Standard {
        counted = Map.copyOf(counted);
        mutes = Map.copyOf(mutes);
    }

    /** Of a set of rules with a table and settings; the settings' changes are in the table already. */
    static Standard of(Iterable<? extends Rule> rules, Catalogue catalogue, ClassifierSettings settings) {
        Map<String, Action> counted = new TreeMap<>();
        Map<String, Set<String>> mutes = new TreeMap<>();
        for (Rule rule : rules) {
            switch (rule) {
                case CountedRule acting -> counted.put(rule.symbol(), acting.action());
                case ContextRule context -> mutes.put(rule.symbol(), catalogue.symbols(context::mutes));
                default -> {}
            }
        }
        return new Standard(
                settings.prior(),
                settings.damping(),
                Model.ACCUSES,
                settings.calibration(),
                settings.thresholds(),
                counted,
                mutes,
                catalogue);
    }

    /** The class of call that symbols speak for, by what counts of each. */
    public CallClass suspected(Collection<Symbol> symbols) {
        return new Kinds(catalogue)
                .suspected(symbols.stream().sorted(Model.STRONGEST_FIRST).toList());
    }

    /** The prior in natural-log odds. */
    public double priorLogOdds() {
        return Math.log(prior / (1 - prior));
    }
}
