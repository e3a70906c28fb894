package dev.quell.deed.rules;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.tuning.Tuning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields of weights and thresholds as somebody filled them in.
 *
 * @param fields texts by name: {@code w.SYMBOL}, {@code t.TAG}
 * @param faults the names of the fields that cannot be
 */
public record RulesForm(Map<String, String> fields, Set<String> faults) {

    /** Before a symbol in the name of its field. */
    public static final String WEIGHT = "w.";
    /** Before a limit in the name of its field. */
    public static final String THRESHOLD = "t.";

    private static final double STRONGEST = 10;
    private static final Catalogue SHIPPED = Catalogue.shipped();
    private static final Set<String> LIMITS =
            Arrays.stream(Limits.values()).map(limit -> THRESHOLD + limit).collect(Collectors.toSet());

    public RulesForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        faults = Set.copyOf(faults);
    }

    /** With the weights and thresholds of settings. */
    public static RulesForm showing(ClassifierSettings settings) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (CatalogueEntry entry : weighing(settings)) {
            fields.put(WEIGHT + entry.symbol(), Figures.show(entry.weight()));
        }
        for (Limits limit : Limits.values()) {
            fields.put(THRESHOLD + limit, Figures.show(limit.of(settings.thresholds())));
        }
        return new RulesForm(fields, Set.of());
    }

    /** As it was sent; a field that was not sent stands as the settings have it. */
    public static RulesForm sent(Map<String, String> sent, ClassifierSettings present) {
        Map<String, String> fields = new LinkedHashMap<>(showing(present).fields());
        fields.replaceAll((name, shown) -> sent.getOrDefault(name, shown));
        Set<String> faults = fields.entrySet().stream()
                .filter(field -> !fits(field.getKey(), Figures.read(field.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        RulesForm form = new RulesForm(fields, faults);
        return faults.isEmpty() && !form.rises() ? new RulesForm(fields, LIMITS) : form;
    }

    private static boolean fits(String name, Optional<Double> value) {
        return name.startsWith(WEIGHT)
                ? value.filter(weight -> Math.abs(weight) <= STRONGEST).isPresent()
                : value.filter(share -> share > 0 && share < 1).isPresent();
    }

    private boolean rises() {
        Thresholds set = thresholds();
        return set.tag() < set.challenge() && set.challenge() < set.deter();
    }

    private double value(String name) {
        return Figures.read(fields.getOrDefault(name, "")).orElseThrow();
    }

    private Thresholds thresholds() {
        List<Double> values = new ArrayList<>();
        for (Limits limit : Limits.values()) {
            values.add(value(THRESHOLD + limit));
        }
        return Limits.all(values);
    }

    /** What differs from the site's file; only if there are no faults. */
    public Tuning tuning(ClassifierSettings site) {
        Map<String, Double> weights = new TreeMap<>();
        for (CatalogueEntry entry : weighing(site)) {
            double weight = value(WEIGHT + entry.symbol());
            if (!Figures.same(weight, entry.weight())) {
                weights.put(entry.symbol(), weight);
            }
        }
        Thresholds set = thresholds();
        boolean differs = false;
        for (Limits limit : Limits.values()) {
            differs |= !Figures.same(limit.of(set), limit.of(site.thresholds()));
        }
        return new Tuning(weights, differs ? Optional.of(set) : Optional.empty());
    }

    private static List<CatalogueEntry> weighing(ClassifierSettings settings) {
        return SHIPPED.with(settings).entries().stream()
                .filter(entry -> !entry.family().actsBesideTheModel())
                .toList();
    }
}
