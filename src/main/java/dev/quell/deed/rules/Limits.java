package dev.quell.deed.rules;

import dev.quell.classifier.ClassifierSettings.Thresholds;
import java.util.List;

/** The probabilities from which an action is taken, in their order. */
public enum Limits {
    /** The caller is let through with a mark. */
    TAG,
    /** The caller is asked something. */
    CHALLENGE,
    /** The caller is kept away. */
    DETER;

    /** The one of some thresholds. */
    public double of(Thresholds thresholds) {
        return switch (this) {
            case TAG -> thresholds.tag();
            case CHALLENGE -> thresholds.challenge();
            case DETER -> thresholds.deter();
        };
    }

    /** All three from their values in order; whether they rise is not looked at. */
    static Thresholds all(List<Double> values) {
        return new Thresholds(values.get(0), values.get(1), values.get(2));
    }
}
