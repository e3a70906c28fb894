package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.web.idempotency.KeyedPaths;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The interface's description says all of every operation; a handler that it lacks, or says too little of, fails here. */
class DescriptionTests extends RunningService {

    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** What describes the interface is no part of it. */
    private static final Set<String> ITSELF = Set.of("/api/v1/openapi", "/api/v1/openapi.yaml");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** Operations by {@code METHOD path}. */
    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path :
                json(get("/api/v1/openapi")).get("paths").properties()) {
            path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(operation -> operations.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue()));
        }
        return operations;
    }

    private Set<String> handlers() {
        Set<String> handlers = new TreeSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                String path = pattern.replaceAll("\\{([^}:]*):[^}]*}", "{$1}");
                if (path.startsWith("/api/") && !ITSELF.contains(path)) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        handlers.add(method + " " + path);
                    }
                }
            }
        }
        return handlers;
    }

    @Test
    void everyHandlerIsDescribedAndNothingElse() {
        assertThat(operations().keySet()).hasSizeGreaterThan(25).isEqualTo(handlers());
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhoMay() {
        List<String> faults = new ArrayList<>();
        operations().forEach((name, operation) -> {
            if (operation.path("summary").asString("").length() < 10) {
                faults.add(name + " has no summary");
            }
            if (!operation.path("description").asString("").matches("(?s).*For (any token|tokens with [a-z: ]+)\\.$")) {
                faults.add(name + " does not say which scopes open it");
            }
            if (operation.at("/security/0/token").isMissingNode()) {
                faults.add(name + " names no scheme");
            }
        });

        assertThat(faults).isEmpty();
        assertThat(operations().values().stream()
                        .map(operation -> operation.get("operationId").asString())
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(operations().keySet());
    }

    @Test
    void everyOperationSaysWhatItTakes() {
        List<String> faults = new ArrayList<>();
        operations().forEach((name, operation) -> {
            operation.path("parameters").valueStream().forEach(parameter -> {
                if (parameter.path("description").asString("").isBlank()) {
                    faults.add(name + ": the parameter " + parameter.get("name").asString() + " has no description");
                }
            });
            JsonNode body = operation.path("requestBody").path("content");
            body.properties().forEach(content -> {
                if (content.getValue().path("schema").isMissingNode()) {
                    faults.add(name + ": the body has no schema");
                }
            });
            boolean writes =
                    WRITES.contains(name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT));
            boolean key = operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.get("name").asString().equals("Idempotency-Key"));
            if (key != (writes && KeyedPaths.has(name.substring(name.indexOf(' ') + 1)))) {
                faults.add(name + ": takes an Idempotency-Key or does not, unlike it says");
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void everyOperationSaysWhatItAnswers() {
        List<String> faults = new ArrayList<>();
        operations().forEach((name, operation) -> {
            JsonNode responses = operation.get("responses");
            if (responses.propertyNames().stream().noneMatch(status -> status.startsWith("2"))) {
                faults.add(name + " never succeeds");
            }
            for (String status : List.of("401", "403", "500")) {
                if (responses
                        .at("/" + status + "/content/application~1problem+json/schema")
                        .isMissingNode()) {
                    faults.add(name + " does not say what " + status + " is");
                }
            }
            if (name.contains("{") && !responses.has("404")) {
                faults.add(name + " does not say that there may be no such thing");
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void everyBodyHasExamples() {
        JsonNode description = json(get("/api/v1/openapi"));
        Set<String> bodies = new TreeSet<>();
        operations()
                .values()
                .forEach(operation -> operation
                        .path("requestBody")
                        .path("content")
                        .properties()
                        .forEach(content -> {
                            String ref = content.getValue().at("/schema/$ref").asString("");
                            if (!ref.isEmpty()) {
                                bodies.add(ref.substring(ref.lastIndexOf('/') + 1));
                            }
                        }));

        assertThat(bodies).contains("NewEntry", "NewFlag", "NewCall", "NewEnd", "NewToken", "NewAccount");
        assertThat(bodies)
                .allSatisfy(body -> assertThat(
                                description.at("/components/schemas/" + body + "/properties").properties().stream()
                                        .filter(property -> property.getValue().has("example")))
                        .as(body)
                        .isNotEmpty());
    }

    @Test
    void patternsOfEntriesAreSaidToBeRangesTooAndHowTheyAreWritten() {
        assertThat(json(get("/api/v1/openapi"))
                        .at("/components/schemas/NewEntry/properties/pattern/description")
                        .asString())
                .contains("+8675561230000-+8675561239998", "of that length", "at most a million", "last digits", "至");
    }

    @Test
    void everyListHasAnETagAndSaysWhereItsPagesAre() {
        List<String> faults = new ArrayList<>();
        operations().forEach((name, operation) -> {
            String schema = operation
                    .at("/responses/200/content")
                    .valueStream()
                    .map(content -> content.at("/schema/type").asString(""))
                    .findFirst()
                    .orElse("");
            if (!name.startsWith("GET ") || !schema.equals("array")) {
                return;
            }
            boolean limited = operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.get("name").asString().equals("limit"));
            String words = operation.get("summary").asString()
                    + operation.get("description").asString();
            if (!limited && !words.contains("All ")) {
                faults.add(name + " has neither pages nor says that it is all");
            }
            String path = name.substring(4).replace("{list}", "blocklist");
            if (path.contains("{")) {
                return;
            }
            HttpResponse<String> answer = get(path);
            String tag = answer.headers().firstValue("ETag").orElse("");
            if (tag.isEmpty()) {
                faults.add(name + " has no ETag");
            } else if (send("GET", path, null, "Authorization", "Bearer " + TOKEN, "If-None-Match", tag)
                            .statusCode()
                    != 304) {
                faults.add(name + " does not know its own ETag");
            }
        });

        assertThat(faults).isEmpty();
    }
}
