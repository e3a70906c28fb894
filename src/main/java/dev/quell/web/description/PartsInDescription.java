package dev.quell.web.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says of the parts of paths what they are, where the operation itself does not. */
@Component
final class PartsInDescription implements OpenApiCustomizer {

    /**
     * A part of paths.
     *
     * @param within a text that the path has; empty: any path
     */
    private record Part(String within, String name, String words, String example) {

        boolean means(String path, Parameter parameter) {
            return path.contains(within) && name.equals(parameter.getName());
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("/calls", "reference", "a call's id, server:linkedid, or its case number of 8 digits", "10492837"),
            new Part(
                    "/reviews",
                    "reference",
                    "a call's id, server:linkedid, or its case number of 8 digits",
                    "10492837"),
            new Part("/disputes", "case", "the case number that the caller quotes, 8 digits", "10492837"),
            new Part("/{list}", "list", "blocklist or allowlist", "blocklist"),
            new Part("/{list}", "id", "an entry's number", "17"),
            new Part("/imports", "id", "an import's id, its moment in milliseconds", "1795338360123"),
            new Part("/proposals", "id", "a proposal's id", "0f1e2d3c4b5a69788796a5b4"),
            new Part("/prompts", "voice", "en or zh", "zh"),
            new Part("/prompts", "prompt", "a recording's path, such as listen-1 or digits-0", "listen-1"),
            new Part("/flags", "id", "a flag's number", "42"),
            new Part("/tokens", "id", "a token's id, which its text has after quell_", "k3j9x2m4q8aa"),
            new Part("/packs", "pack", "a pack's number, the block of its note", "12"),
            new Part("/holds", "id", "a hold's number", "3"),
            new Part("/accounts", "name", "an account's name", "li.na"),
            new Part("", "number", "a number: national, E.164, short, or withheld", "13800138000"));

    private static final Map<String, String> HEADERS = Map.of(
            "Accept",
            "text/plain, or application/json: how the answer is written",
            "Accept-Language",
            "en or zh: the language of words for people",
            "language",
            "en or zh, which wins over Accept-Language");

    @Override
    public void customise(OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> say(path, operation)));
    }

    private static void say(String path, Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getDescription() == null) {
                PARTS.stream()
                        .filter(part -> part.means(path, parameter))
                        .findFirst()
                        .ifPresent(part -> parameter.description(part.words()).example(part.example()));
            }
            if (parameter.getDescription() == null && HEADERS.containsKey(parameter.getName())) {
                parameter.description(HEADERS.get(parameter.getName()));
            }
        }
    }
}
