package dev.quell.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds evidence up: {@code L = logit(prior) + Σ counted}, {@code p = 1 / (1 + e^-L)}. In a family the largest positive weight counts whole and the
 * other positive ones at a damping, as they see the same fact; negative ones always count whole.
 */
final class Model {

    private static final Comparator<Symbol> STRONGEST_FIRST = Comparator.<Symbol>comparingDouble(
                    symbol -> -Math.abs(symbol.counted()))
            .thenComparing(Symbol::name);

    private final double prior;
    private final double damping;

    /**
     * With a prior and a damping.
     *
     * @param prior between 0 and 1
     * @param damping what counts of a weight that is not its family's largest, 0 to 1
     */
    Model(double prior, double damping) {
        this.prior = prior;
        this.damping = damping;
    }

    /** The findings as symbols, strongest first. */
    List<Symbol> weigh(Collection<Finding> findings) {
        Map<Family, Finding> largest = new EnumMap<>(Family.class);
        for (Finding finding : findings) {
            largest.merge(finding.entry().family(), finding, (a, b) -> b.countable() > a.countable() ? b : a);
        }
        List<Symbol> symbols = new ArrayList<>();
        for (Finding finding : findings) {
            boolean whole = finding.countable() <= 0
                    || finding.equals(largest.get(finding.entry().family()));
            symbols.add(finding.symbol(finding.countable() * (whole ? 1 : damping)));
        }
        symbols.sort(STRONGEST_FIRST);
        return symbols;
    }

    /** The probability that the call is a nuisance. */
    double probability(Collection<Symbol> symbols) {
        double logit = Math.log(prior / (1 - prior))
                + symbols.stream().mapToDouble(Symbol::counted).sum();
        return 1 / (1 + Math.exp(-logit));
    }

    /** The families that speak for a nuisance. */
    static Set<Family> accusing(Collection<Symbol> symbols) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        symbols.stream()
                .filter(symbol -> symbol.counted() > 0)
                .map(Symbol::family)
                .forEach(families::add);
        return families;
    }
}
