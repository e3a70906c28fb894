package dev.quell.calibration;

import dev.quell.calibration.fit.LabelledCall;
import dev.quell.calibration.fit.Weighing;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.ClassifierSettings.Calibration;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers that make a probability of evidence: weights, prior, slope and intercept. */
record Scoring(Weighing weighing, Calibration calibration) {

    /** Those that settings name, with the catalogue's weights where they name none. */
    static Scoring of(ClassifierSettings settings) {
        SortedMap<String, Double> weights = new TreeMap<>();
        Catalogue.shipped().with(settings).entries().stream()
                .filter(entry -> !entry.family().actsBesideTheModel())
                .forEach(entry -> weights.put(entry.symbol(), entry.weight()));
        return new Scoring(new Weighing(settings.prior(), settings.damping(), weights), settings.calibration());
    }

    /** The catalogue's own weight of a symbol, whatever the settings say. */
    static double shipped(String symbol) {
        return Catalogue.shipped().find(symbol).map(CatalogueEntry::weight).orElse(0.0);
    }

    /** The log odds of nuisance that a call's evidence gives. */
    double logOdds(LabelledCall call) {
        return calibration.intercept() + calibration.slope() * weighing.logOdds(call.shares());
    }

    /** The settings with these numbers in them; weights that are the catalogue's are left out. */
    ClassifierSettings in(ClassifierSettings settings) {
        SortedMap<String, Double> weights = new TreeMap<>(settings.weights());
        weighing.weights().forEach((symbol, weight) -> {
            if (weights.containsKey(symbol) || weight != shipped(symbol)) {
                weights.put(symbol, weight);
            }
        });
        return new ClassifierSettings(
                weighing.prior(),
                calibration,
                settings.thresholds(),
                settings.damping(),
                weights,
                settings.symbols(),
                settings.burstListen(),
                settings.listen(),
                settings.flagsDeter());
    }
}
