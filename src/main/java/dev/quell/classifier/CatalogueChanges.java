package dev.quell.classifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site changes of the catalogue.
 *
 * @param weights the short form for weights alone
 * @param symbols changes by symbol
 */
record CatalogueChanges(Map<String, Double> weights, Map<String, SymbolSettings> symbols) {

    /** Those that cannot be, by key below {@code quell.classifier}, with what would be right. */
    Map<String, String> refusals(Catalogue catalogue) {
        Map<String, String> refused = new TreeMap<>();
        byKey().forEach((key, change) -> refusal(key, change, catalogue).ifPresent(why -> refused.put(key, why)));
        weights.keySet().stream()
                .filter(symbol -> Optional.ofNullable(symbols.get(symbol))
                        .flatMap(SymbolSettings::weight)
                        .isPresent())
                .forEach(symbol -> refused.put(
                        "weights." + symbol,
                        "its weight stands under symbols." + symbol + " too; keep one of the two"));
        return refused;
    }

    private static Optional<String> refusal(String key, SymbolSettings change, Catalogue catalogue) {
        try {
            catalogue.changed(symbol(key), change);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A catalogue with these changes.
     *
     * @throws IllegalArgumentException with the key and what would be right, if one cannot be
     */
    Catalogue of(Catalogue catalogue) {
        refusals(catalogue).forEach((key, why) -> {
            throw new IllegalArgumentException("quell.classifier." + key + ": " + why);
        });
        Catalogue changed = catalogue;
        for (Map.Entry<String, SymbolSettings> change : byKey().entrySet()) {
            changed = changed.changed(symbol(change.getKey()), change.getValue());
        }
        return changed;
    }

    private Map<String, SymbolSettings> byKey() {
        Map<String, SymbolSettings> keyed = new LinkedHashMap<>();
        weights.forEach((symbol, weight) -> keyed.put("weights." + symbol, SymbolSettings.weighing(weight)));
        symbols.forEach((symbol, change) -> keyed.put("symbols." + symbol, change));
        return keyed;
    }

    private static String symbol(String key) {
        return key.substring(key.indexOf('.') + 1);
    }
}
