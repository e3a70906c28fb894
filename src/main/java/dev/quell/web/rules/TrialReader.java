package dev.quell.web.rules;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.deed.rules.RulesForm;
import dev.quell.web.problem.FieldFault;
import dev.quell.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads weights and thresholds that somebody wants tried.
 *
 * @param form without faults
 * @param days 1 to 30
 */
record TrialReader(RulesForm form, int days) {
    private static final Set<String> FIELDS = Set.of("days", "weights", "thresholds");
    private static final int DAYS = 7;
    private static final int MOST_DAYS = 30;

    static TrialReader read(JsonNode body, ClassifierSettings present) {
        List<FieldFault> faults = new ArrayList<>();
        if (!body.isObject()) {
            throw ProblemException.invalid(
                    "body", "is not a JSON object; write {\"weights\": {\"CLI_WITHHELD\": 0.5}}");
        }
        body.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> faults.add(
                        new FieldFault("body", "has an unknown field; there are days, thresholds, weights")));
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> known = RulesForm.showing(present).fields().keySet();
        read(body.path("weights"), "weights", RulesForm.WEIGHT, known, fields, faults);
        read(body.path("thresholds"), "thresholds", RulesForm.THRESHOLD, known, fields, faults);
        JsonNode days = body.path("days");
        boolean fits = days.isMissingNode()
                || (days.isIntegralNumber()
                        && days.canConvertToInt()
                        && days.intValue() >= 1
                        && days.intValue() <= MOST_DAYS);
        if (!fits) {
            faults.add(new FieldFault("days", "is not a whole number between 1 and " + MOST_DAYS));
        }
        RulesForm form = RulesForm.sent(fields, present);
        form.faults().stream().sorted().forEach(name -> faults.add(fault(name)));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new TrialReader(form, days.isMissingNode() ? DAYS : days.intValue());
    }

    private static void read(
            JsonNode part,
            String field,
            String begin,
            Set<String> known,
            Map<String, String> fields,
            List<FieldFault> faults) {
        if (part.isMissingNode()) {
            return;
        }
        if (!part.isObject()) {
            faults.add(new FieldFault(field, "is not an object of numbers by name"));
            return;
        }
        part.properties().forEach(each -> {
            String name = begin + each.getKey().toUpperCase(Locale.ROOT);
            if (!known.contains(name)) {
                faults.add(new FieldFault(field, "has a name that is not known; see GET /api/v1/catalogue and /rules"));
            } else {
                // Any number is read as the page reads it: at most four places.
                fields.put(name, each.getValue().isNumber() ? each.getValue().asString() : "none");
            }
        });
    }

    private static FieldFault fault(String name) {
        return name.startsWith(RulesForm.WEIGHT)
                ? new FieldFault(
                        "weights." + name.substring(RulesForm.WEIGHT.length()),
                        "is not a number between -10 and 10 of at most four places")
                : new FieldFault(
                        "thresholds."
                                + name.substring(RulesForm.THRESHOLD.length()).toLowerCase(Locale.ROOT),
                        "does not fit: tag, challenge and deter rise between 0 and 1, with at most four places");
    }
}
