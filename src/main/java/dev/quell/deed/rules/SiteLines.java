package dev.quell.deed.rules;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.classifier.SymbolSettings;
import dev.quell.tuning.Tuning;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lines that say the same in the site's file. */
public final class SiteLines {

    private SiteLines() {}

    /** YAML, whole from {@code quell:} on; the file's own weights are in it, as one list replaces the other. */
    public static String of(Tuning tuning, ClassifierSettings site) {
        Map<String, Double> weights = new TreeMap<>(site.weights());
        weights.putAll(tuning.weights());
        Thresholds set = tuning.thresholds().orElse(site.thresholds());
        StringBuilder lines = new StringBuilder("quell:\n  classifier:\n");
        lines.append("    thresholds: { tag: ")
                .append(Figures.show(set.tag()))
                .append(", challenge: ")
                .append(Figures.show(set.challenge()))
                .append(", deter: ")
                .append(Figures.show(set.deter()))
                .append(" }\n");
        if (!weights.isEmpty()) {
            lines.append("    weights:\n");
            weights.forEach((symbol, weight) -> lines.append("      ")
                    .append(symbol)
                    .append(": ")
                    .append(Figures.show(weight))
                    .append(twice(symbol, site) ? "   # and take the weight out of symbols." + symbol : "")
                    .append('\n'));
        }
        return lines.toString();
    }

    /** Whether the file says the weight in its other form, beside which this one is refused. */
    private static boolean twice(String symbol, ClassifierSettings site) {
        return Optional.ofNullable(site.symbols().get(symbol))
                .flatMap(SymbolSettings::weight)
                .isPresent();
    }
}
