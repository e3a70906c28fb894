package dev.quell.calibration.fit;

import dev.quell.classifier.Family;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a fit starts from and ends with: the numbers of the classifier's model.
 *
 * @param prior share of nuisance before anything is known about a call, between 0 and 1
 * @param damping what counts of a positive contribution that is not its family's largest, above 0 and at most 1
 * @param weights natural-log odds by symbol
 */
public record Weighing(double prior, double damping, SortedMap<String, Double> weights) {

    public Weighing {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior lies between 0 and 1, not " + prior);
        }
        if (!(damping > 0 && damping <= 1)) {
            throw new IllegalArgumentException("a damping lies above 0 and is at most 1, not " + damping);
        }
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** The weight of a symbol; 0 if it has none. */
    public double weight(String symbol) {
        return weights.getOrDefault(symbol, 0.0);
    }

    /** The same with another prior and other weights. */
    public Weighing with(double otherPrior, SortedMap<String, Double> otherWeights) {
        return new Weighing(otherPrior, damping, otherWeights);
    }

    /** The log odds of nuisance that evidence gives, as the classifier adds it up. */
    public double logOdds(List<Share> shares) {
        Map<Family, Double> largest = new EnumMap<>(Family.class);
        double sum = Logistic.logOdds(prior);
        for (Share share : shares) {
            double counted = weight(share.symbol()) * share.share();
            if (counted > 0) {
                largest.merge(share.family(), counted, Math::max);
                sum += damping * counted;
            } else {
                sum += counted;
            }
        }
        for (double whole : largest.values()) {
            sum += (1 - damping) * whole;
        }
        return sum;
    }
}
