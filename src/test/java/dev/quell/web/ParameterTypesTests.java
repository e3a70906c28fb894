package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the interface's description says of a parameter's type is what is taken, up to both bounds and for every word, and nothing beyond. */
@DirtiesContext
class ParameterTypesTests extends RunningService {
    private static final Pattern WORDS = Pattern.compile("is none of (.+)");

    private final List<String> faults = new ArrayList<>();
    private int tried;

    @DynamicPropertySource
    static void often(DynamicPropertyRegistry settings) {
        settings.add("quell.api.limit.burst", () -> "100000");
    }

    /** A parameter of what is read. */
    private record Asked(String path, JsonNode parameter) {

        String name() {
            return parameter.get("name").asString();
        }

        JsonNode schema() {
            return parameter.get("schema");
        }

        @Override
        public String toString() {
            return path + " " + name();
        }
    }

    private List<Asked> parameters() {
        List<Asked> all = new ArrayList<>();
        json(get("/api/v1/openapi")).get("paths").properties().forEach(path -> {
            String asked = path.getKey().replace("{list}", "blocklist").replace("{number}", "13800138000");
            if (!asked.contains("{")) {
                path.getValue()
                        .path("get")
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("in").asString().equals("query"))
                        .forEach(parameter -> all.add(new Asked(asked, parameter)));
            }
        });
        return all;
    }

    /** What is wrong with a value; empty if nothing is. */
    private String fault(Asked asked, String value) {
        HttpResponse<String> answer =
                get(asked.path() + "?" + asked.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        if (answer.statusCode() != 400) {
            return "";
        }
        return json(answer)
                .path("faults")
                .valueStream()
                .filter(each -> each.get("field").asString().equals(asked.name()))
                .map(each -> each.get("fault").asString())
                .findFirst()
                .orElse("");
    }

    private void takes(Asked asked, String value) {
        tried++;
        String fault = fault(asked, value);
        if (!fault.isEmpty()) {
            faults.add(asked + " takes no " + value + ": " + fault);
        }
    }

    private void refuses(Asked asked, String value) {
        tried++;
        if (fault(asked, value).isEmpty()) {
            faults.add(asked + " takes " + value);
        }
    }

    @Test
    void whatIsSaidIsTaken() {
        for (Asked asked : parameters()) {
            JsonNode schema = asked.schema();
            switch (schema.path("type").asString("")) {
                case "integer" -> integer(asked, schema);
                case "number" -> number(asked);
                case "boolean" -> bool(asked);
                default -> text(asked, schema);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(150);
    }

    private void integer(Asked asked, JsonNode schema) {
        long least = schema.get("minimum").asLong();
        long most = schema.get("maximum").asLong();
        takes(asked, String.valueOf(least));
        takes(asked, String.valueOf(most));
        takes(asked, schema.get("default").asString());
        refuses(asked, String.valueOf(least - 1));
        refuses(asked, String.valueOf(most + 1));
        refuses(asked, "1.5");
    }

    private void number(Asked asked) {
        takes(asked, "0");
        takes(asked, "1");
        refuses(asked, "-0.1");
        refuses(asked, "1.1");
    }

    private void bool(Asked asked) {
        takes(asked, "true");
        takes(asked, "false");
        refuses(asked, "yes");
    }

    private void text(Asked asked, JsonNode schema) {
        String yesterday =
                LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(1).toString();
        if (schema.has("enum")) {
            List<String> words =
                    schema.get("enum").valueStream().map(JsonNode::asString).toList();
            words.forEach(word -> takes(asked, word));
            refuses(asked, "no-such-word");
            Matcher told = WORDS.matcher(fault(asked, "no-such-word"));
            if (told.find() && !new TreeSet<>(List.of(told.group(1).split(", "))).equals(new TreeSet<>(words))) {
                faults.add(asked + " takes " + told.group(1) + " and says " + words);
            }
        }
        switch (schema.path("format").asString("")) {
            case "date-time" -> {
                takes(asked, yesterday + "T08:30:00Z");
                takes(asked, yesterday + "T08:30:00+08:00");
                refuses(asked, "yesterday");
            }
            case "date" -> {
                takes(asked, yesterday);
                refuses(asked, yesterday + "T08:30:00Z");
            }
            default -> asked.schema();
        }
    }

    @Test
    void howManyAndWhenIsNeverSaidToBeAnyText() {
        assertThat(parameters())
                .filteredOn(asked -> List.of("limit", "from", "to", "day", "days", "format", "standing")
                        .contains(asked.name()))
                .hasSizeGreaterThan(30)
                .allSatisfy(asked -> assertThat(
                                !asked.schema().path("type").asString().equals("string")
                                        || asked.schema().has("format")
                                        || asked.schema().has("enum"))
                        .as(asked.toString())
                        .isTrue());
    }
}
