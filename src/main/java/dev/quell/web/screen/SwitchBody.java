package dev.quell.web.screen;

import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a switch sends, whatever it says the body is: a JSON object, of which numbers are taken as texts. */
@Component
final class SwitchBody {
    private static final String HEADERS = "headers";
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 1024;

    private final JsonMapper json;

    SwitchBody(JsonMapper json) {
        this.json = json;
    }

    /** The object. */
    ObjectNode object(InputStream body) throws IOException {
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return numbersAsTexts(object);
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw ProblemException.invalid("body", "is not JSON: " + e.getOriginalMessage());
        }
        throw ProblemException.invalid(
                "body", "is not a JSON object; write {\"call\": \"…\", \"caller\": \"…\", \"line\": \"…\"}");
    }

    private static ObjectNode numbersAsTexts(ObjectNode object) {
        for (String name : object.propertyNames().toArray(String[]::new)) {
            JsonNode value = object.get(name);
            if (value.isNumber()) {
                object.put(name, value.asString());
            }
        }
        return object;
    }

    /** The fields beside the headers. */
    static Input fields(ObjectNode object, String... known) {
        ObjectNode others = object.deepCopy();
        others.remove(HEADERS);
        return Inputs.body(others, known);
    }

    /** The headers by name in any case; at most 100, each cut to 1,024 characters. Those that are no text are left out. */
    static Map<String, String> headers(ObjectNode object) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JsonNode given = object.get(HEADERS);
        if (given != null && given.isObject()) {
            given.properties().stream()
                    .filter(header -> header.getValue().isString())
                    .limit(MOST_HEADERS)
                    .forEach(header ->
                            headers.put(header.getKey(), cut(header.getValue().asString())));
        }
        return headers;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_HEADER ? text.substring(0, LONGEST_HEADER) : text;
    }

    /** A length of time, in whole seconds if it is a bare number; at most ten days. */
    static Duration length(String text) {
        Duration length = text.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : text.matches("0+[a-z]{1,2}") ? Duration.ZERO : Readers.duration(text);
        if (length.compareTo(Duration.ofDays(10)) > 0) {
            throw new IllegalArgumentException("is longer than 10d");
        }
        return length;
    }
}
