package dev.quell.classifier;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the classifier.
 *
 * @param prior share of nuisance among all calls before anything is known about one, between 0 and 0.5
 * @param damping what of a weight counts where a larger one of its family counts whole, above 0 and at most 1
 * @param calibration how the sum of the evidence becomes a probability
 * @param weights weights by symbol that differ from the catalogue's; 0: shown, not counted
 * @param symbols whatever else of the catalogue a site changes, by symbol
 * @param burstListen silent calls that bring LISTEN at once
 * @param listen silent calls, counted apart, that bring LISTEN
 * @param flagsDeter agents whose flags bring DETER
 */
@ConfigurationProperties(prefix = "quell.classifier", ignoreUnknownFields = false)
public record ClassifierSettings(
        double prior,
        Calibration calibration,
        Thresholds thresholds,
        double damping,
        @DefaultValue Map<String, Double> weights,
        @DefaultValue Map<String, SymbolSettings> symbols,
        Limit burstListen,
        SpacedLimit listen,
        Limit flagsDeter) {

    /**
     * Probabilities from which an action is taken; each belongs to the harder action.
     *
     * @param deter needs two families of evidence and room in the deterrent queue besides
     */
    public record Thresholds(double tag, double challenge, double deter) {}

    /**
     * Makes the probability say how often such calls turn out a nuisance: its log-odds are {@code intercept + slope * L}, L being the prior's log-odds and what the
     * symbols count together.
     *
     * @param slope above 0; below 1 it tempers evidence that is too sure of itself
     * @param intercept natural-log odds
     */
    public record Calibration(double slope, double intercept) {

        /** Takes the sum as it is. */
        public static final Calibration NONE = new Calibration(1, 0);

        boolean sound() {
            return slope > 0 && slope <= 10 && Math.abs(intercept) <= 10;
        }
    }

    /** This often ({@code maxRetry}) within this time ({@code findTime}). */
    public record Limit(Duration findTime, int maxRetry) {
        boolean sound() {
            return findTime.isPositive() && maxRetry > 0;
        }
    }

    /** A limit that counts only what lies {@code spacing} apart. */
    public record SpacedLimit(Duration findTime, int maxRetry, Duration spacing) {
        boolean sound() {
            return findTime.isPositive() && maxRetry > 0 && !spacing.isNegative();
        }
    }

    public ClassifierSettings {
        weights = Map.copyOf(weights);
        symbols = Map.copyOf(symbols);
        String limit =
                "find-time must be longer than 0 and max-retry at least 1, such as { find-time: 30m, max-retry: 3 }";
        SettingFaults faults = SettingFaults.in("quell.classifier")
                .require(prior > 0 && prior < 0.5, "prior", "must lie between 0 and 0.5, such as 0.03")
                .require(damping > 0 && damping <= 1, "damping", "must lie above 0 and be at most 1, such as 0.3")
                .require(
                        calibration.sound(),
                        "calibration",
                        "slope must lie above 0 and be at most 10, intercept between -10 and 10, such as { slope: 1, intercept: 0 }")
                .require(
                        0 < thresholds.tag
                                && thresholds.tag < thresholds.challenge
                                && thresholds.challenge < thresholds.deter
                                && thresholds.deter < 1,
                        "thresholds",
                        "must rise between 0 and 1, such as { tag: 0.50, challenge: 0.80, deter: 0.95 }")
                .require(burstListen.sound(), "burst-listen", limit)
                .require(flagsDeter.sound(), "flags-deter", limit)
                .require(
                        listen.sound(),
                        "listen",
                        "find-time must be longer than 0, max-retry at least 1 and spacing not below 0, such as { find-time: 7d, max-retry: 2, spacing: 3m }");
        new CatalogueChanges(weights, symbols)
                .refusals(Catalogue.shipped())
                .forEach((key, why) -> faults.require(false, key, why));
        faults.throwIfAny();
    }

    /**
     * The same with other thresholds, and with weights that go before all that these settings say of the same symbols.
     *
     * @throws IllegalArgumentException with every fault, if the thresholds or a weight cannot be
     */
    public ClassifierSettings tuned(Thresholds other, Map<String, Double> stronger) {
        Map<String, Double> weighed = new HashMap<>(weights);
        weighed.putAll(stronger);
        Map<String, SymbolSettings> rest = new HashMap<>(symbols);
        stronger.keySet().forEach(symbol -> rest.computeIfPresent(symbol, (name, change) -> change.unweighed()));
        return new ClassifierSettings(
                prior, calibration, other, damping, weighed, rest, burstListen, listen, flagsDeter);
    }

    /** The same with other weights. */
    public ClassifierSettings withWeights(Map<String, Double> other) {
        return new ClassifierSettings(
                prior, calibration, thresholds, damping, other, symbols, burstListen, listen, flagsDeter);
    }
}
