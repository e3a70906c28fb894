package dev.quell.tuning;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people have set over the site's file; all else is as the file has it.
 *
 * @param weights natural-log odds by symbol; they go before the file's
 * @param thresholds all three, before the file's; empty if they are the file's
 */
public record Tuning(Map<String, Double> weights, Optional<Thresholds> thresholds) {

    /** Nothing is set: the site's file alone. */
    public static final Tuning NONE = new Tuning(Map.of(), Optional.empty());

    public Tuning {
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    /** Whether the site's file stands alone. */
    public boolean none() {
        return weights.isEmpty() && thresholds.isEmpty();
    }

    /** What this sets otherwise than another one, set over a third one instead. */
    public Tuning moved(Tuning from, Tuning onto) {
        Map<String, Double> all = new TreeMap<>(onto.weights);
        from.weights.keySet().stream()
                .filter(symbol -> !weights.containsKey(symbol))
                .forEach(all::remove);
        weights.forEach((symbol, weight) -> {
            if (!weight.equals(from.weights.get(symbol))) {
                all.put(symbol, weight);
            }
        });
        return new Tuning(all, thresholds.equals(from.thresholds) ? onto.thresholds : thresholds);
    }

    /**
     * The site's settings with this over them.
     *
     * @throws IllegalArgumentException if the two together cannot be, with every fault
     */
    public ClassifierSettings over(ClassifierSettings site) {
        return site.tuned(thresholds.orElse(site.thresholds()), weights);
    }
}
