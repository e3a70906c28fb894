package dev.quell.web.description;

import dev.quell.web.idempotency.KeyedPaths;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says of each operation what it answers when it cannot, always a problem (RFC 9457), and of each that changes something that it takes a key. */
@Component
final class ErrorsInDescription implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SCREEN = "/api/v1/screen";
    private static final Set<PathItem.HttpMethod> WRITES = Set.of(
            PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.PATCH, PathItem.HttpMethod.DELETE);

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> say(path, method, operation)));
    }

    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("field", new StringSchema().example("ttl"))
                .addProperty(
                        "fault", new StringSchema().example("is not a length of time; write 30m, 24h, 7d or PT24H"));
        return new ObjectSchema()
                .description("What was wrong and what would be right (RFC 9457)")
                .addProperty("type", new StringSchema().example("urn:quell:problem:invalid-request"))
                .addProperty("title", new StringSchema().example("The request has faults"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty(
                        "detail",
                        new StringSchema().example("ttl: is not a length of time; write 30m, 24h, 7d or PT24H"))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "faults",
                        new ArraySchema().items(fault).description("all faults of the request, with status 400"));
    }

    private static void say(String path, PathItem.HttpMethod method, Operation operation) {
        boolean writes = WRITES.contains(method);
        boolean screening = path.startsWith(SCREEN);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!path.equals(SCREEN)) {
            errors.put("400", "The request has faults; all of them are named");
        }
        errors.put("401", "There is no token, or a wrong one");
        errors.put("403", "The token is not for that");
        if (path.contains("{")) {
            errors.put("404", "There is no such thing");
        }
        if (operation.getRequestBody() != null) {
            errors.put("413", "The body is longer than is read");
        }
        if (writes && KeyedPaths.has(path)) {
            operation.addParametersItem(key());
            errors.put("409", "What is there forbids it, or the request with this Idempotency-Key is still being done");
            errors.put("422", "The Idempotency-Key was used for another request");
        }
        if (!screening) {
            errors.put("429", "Too many requests; Retry-After says when to come again");
        }
        errors.put("500", "Quell failed; its log says why");
        if (path.endsWith("/end")) {
            errors.put("503", "It could not be written down now; tell it again");
        }
        errors.forEach((status, words) -> operation.getResponses().putIfAbsent(status, error(words)));
    }

    private static HeaderParameter key() {
        HeaderParameter key = new HeaderParameter();
        key.name("Idempotency-Key")
                .description(
                        "a text of its own for each request, such as a UUID in quotes: however often the request comes within 24 h, it is"
                                + " done once, and answered as the first time")
                .required(false)
                .schema(new StringSchema().maxLength(257))
                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
        return key;
    }

    private static ApiResponse error(String words) {
        return new ApiResponse()
                .description(words)
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }
}
