package dev.quell.calllog;

import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings.Calibration;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.classifier.Family;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Wording;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what verdicts of a version were measured by from its kept settings. */
final class KeptStandard {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptStandard() {}

    /**
     * Reads it.
     *
     * @throws RuntimeException if the settings are another Quell's, with other fields
     */
    static Standard read(String settings) {
        JsonNode root = JSON.readTree(settings);
        JsonNode classifier = root.required("classifier");
        JsonNode calibration = classifier.required("calibration");
        JsonNode thresholds = classifier.required("thresholds");
        return new Standard(
                number(classifier, "prior"),
                number(classifier, "damping"),
                number(root, "accuses"),
                new Calibration(number(calibration, "slope"), number(calibration, "intercept")),
                new Thresholds(number(thresholds, "tag"), number(thresholds, "challenge"), number(thresholds, "deter")),
                actions(root.required("counted")),
                mutes(root.required("mutes")),
                Catalogue.of(root.required("catalogue")
                        .valueStream()
                        .map(KeptStandard::line)
                        .toList()));
    }

    private static Map<String, Action> actions(JsonNode counted) {
        Map<String, Action> actions = new TreeMap<>();
        counted.propertyStream()
                .forEach(rule -> actions.put(
                        rule.getKey(), Action.valueOf(rule.getValue().stringValue())));
        return actions;
    }

    private static Map<String, Set<String>> mutes(JsonNode mutes) {
        Map<String, Set<String>> muted = new TreeMap<>();
        mutes.propertyStream().forEach(rule -> {
            Set<String> symbols = new TreeSet<>();
            rule.getValue().valueStream().forEach(symbol -> symbols.add(symbol.stringValue()));
            muted.put(rule.getKey(), symbols);
        });
        return muted;
    }

    private static CatalogueEntry line(JsonNode line) {
        return new CatalogueEntry(
                text(line, "symbol"),
                Family.valueOf(text(line, "family")),
                number(line, "weight"),
                CallClass.valueOf(text(line, "class")),
                text(line, "description"),
                text(line, "descriptionZh"),
                new Wording(text(line, "finding")),
                new Wording(text(line, "findingZh")));
    }

    private static double number(JsonNode node, String field) {
        return node.required(field).doubleValue();
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).stringValue();
    }
}
