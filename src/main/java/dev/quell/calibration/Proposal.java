package dev.quell.calibration;

import dev.quell.calibration.fit.FitSettings;
import dev.quell.calibration.fit.MapFit;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a fit came to.
 *
 * @param proposed what the file names, rounded as it is there
 * @param fitted which symbols kept their weight and why, and how many training calls each spoke in
 */
record Proposal(Scoring present, Scoring proposed, MapFit.Fitted fitted, FitSettings settings) {

    /** The weights that differ from the present ones. */
    SortedMap<String, Double> weights() {
        SortedMap<String, Double> changed = new TreeMap<>();
        proposed.weighing().weights().forEach((symbol, weight) -> {
            if (weight != present.weighing().weight(symbol)) {
                changed.put(symbol, weight);
            }
        });
        return changed;
    }

    boolean priorDiffers() {
        return proposed.weighing().prior() != present.weighing().prior();
    }

    boolean calibrationDiffers() {
        return !proposed.calibration().equals(present.calibration());
    }

    boolean changesNothing() {
        return weights().isEmpty() && !priorDiffers() && !calibrationDiffers();
    }

    /** A number as the file has it, or the present one if that is as near. */
    static double rounded(double value, double present, double unit) {
        double rounded = Math.round(value / unit) * unit;
        double exact = Math.round(rounded * 1e6) / 1e6;
        return Math.abs(value - present) < unit / 2 ? present : exact;
    }

    /** How many training calls a symbol spoke in. */
    int seen(String symbol) {
        return fitted.seen().getOrDefault(symbol, 0);
    }
}
