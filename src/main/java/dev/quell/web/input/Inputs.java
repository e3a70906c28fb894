package dev.quell.web.input;

import dev.quell.web.problem.FieldFault;
import dev.quell.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Makes an {@link Input} of what HTTP brings. */
public final class Inputs {
    private Inputs() {}

    /**
     * The fields of a JSON body.
     *
     * @throws ProblemException if it is no object
     */
    public static Input body(JsonNode body, String... known) {
        if (!body.isObject()) {
            throw ProblemException.invalid("body", "is not a JSON object; write {\"" + known[0] + "\": …}");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<FieldFault> faults = new ArrayList<>();
        body.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isString() || value.isBoolean()) {
                fields.put(field.getKey(), value.asString());
            } else if (!value.isNull()) {
                faults.add(new FieldFault(field.getKey(), "is neither a text in quotes nor true or false"));
            }
        });
        return new Input(fields, Set.of(known), faults);
    }

    /** The parameters of a query. */
    public static Input query(MultiValueMap<String, String> query, String... known) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<FieldFault> faults = new ArrayList<>();
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                faults.add(new FieldFault(Clean.shown(name), "is given " + values.size() + " times; once is enough"));
            } else if (!values.getFirst().isEmpty()) {
                fields.put(name, values.getFirst());
            }
        });
        return new Input(fields, Set.of(known), faults);
    }
}
