package dev.quell.tuning;

import dev.quell.classifier.ClassifierSettings.Thresholds;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tuning as it is kept: {@code {"thresholds":{"tag":0.5,"challenge":0.8,"deter":0.95},"weights":{"CLI_WITHHELD":0.5}}}. */
public final class TuningText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TuningText() {}

    /** Writes it. */
    public static String write(Tuning tuning) {
        Map<String, Object> all = new TreeMap<>();
        all.put("weights", tuning.weights());
        tuning.thresholds()
                .ifPresent(set -> all.put(
                        "thresholds",
                        new TreeMap<>(Map.of("tag", set.tag(), "challenge", set.challenge(), "deter", set.deter()))));
        return JSON.writeValueAsString(all);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if the text is another Quell's, with other fields
     */
    public static Tuning read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            Map<String, Double> weights = new TreeMap<>();
            root.required("weights")
                    .propertyStream()
                    .forEach(weight ->
                            weights.put(weight.getKey(), weight.getValue().doubleValue()));
            JsonNode set = root.path("thresholds");
            return new Tuning(weights, set.isObject() ? Optional.of(thresholds(set)) : Optional.empty());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("these rules cannot be read: " + e.getMessage(), e);
        }
    }

    private static Thresholds thresholds(JsonNode set) {
        return new Thresholds(
                set.required("tag").doubleValue(),
                set.required("challenge").doubleValue(),
                set.required("deter").doubleValue());
    }
}
