package dev.quell.classifier;

import dev.quell.classifier.ClassifierSettings.Calibration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Adds evidence up: {@code L = logit(prior) + Σ counted}, {@code p = 1 / (1 + e^-(intercept + slope L))}. In a family the largest positive weight counts whole and
 * the other positive ones at a damping, as they see the same fact; negative ones always count whole.
 */
final class Model {

    /** A family whose strongest symbol counts less speaks for a nuisance too faintly to be a second opinion. */
    static final double ACCUSES = 0.3;

    static final Comparator<Symbol> STRONGEST_FIRST = (a, b) -> {
        int stronger = Double.compare(Math.abs(b.counted()), Math.abs(a.counted()));
        return stronger == 0 ? a.name().compareTo(b.name()) : stronger;
    };

    private final double prior;
    private final double damping;
    private final Calibration calibration;

    /**
     * With a prior, a damping and a calibration.
     *
     * @param prior between 0 and 1
     * @param damping what counts of a weight that is not its family's largest, 0 to 1
     */
    Model(double prior, double damping, Calibration calibration) {
        this.damping = damping;
        this.prior = Math.log(prior / (1 - prior));
        this.calibration = calibration;
    }

    /** The findings as symbols, strongest first. */
    List<Symbol> weigh(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Map<Family, Integer> largest = largest(findings);
        List<Symbol> symbols = new ArrayList<>(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            double countable = finding.countable();
            boolean whole =
                    countable <= 0 || Objects.equals(largest.get(finding.entry().family()), i);
            symbols.add(finding.symbol(whole ? countable : countable * damping));
        }
        symbols.sort(STRONGEST_FIRST);
        return symbols;
    }

    /** By family the index of the finding that can count most; of equals the first. */
    private static Map<Family, Integer> largest(List<Finding> findings) {
        Map<Family, Integer> largest = new EnumMap<>(Family.class);
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Integer most = largest.get(finding.entry().family());
            if (most == null || finding.countable() > findings.get(most).countable()) {
                largest.put(finding.entry().family(), i);
            }
        }
        return largest;
    }

    /** The probability that the call is a nuisance. */
    double probability(Collection<Symbol> symbols) {
        double logit = prior;
        for (Symbol symbol : symbols) {
            logit += symbol.counted();
        }
        return 1 / (1 + Math.exp(-(calibration.intercept() + calibration.slope() * logit)));
    }

    /** The families that speak for a nuisance. */
    static Set<Family> accusing(Collection<Symbol> symbols) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (Symbol symbol : symbols) {
            if (symbol.counted() >= ACCUSES) {
                families.add(symbol.family());
            }
        }
        return families;
    }
}
