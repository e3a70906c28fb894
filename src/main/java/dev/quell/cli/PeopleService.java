package dev.quell.cli;

import dev.quell.call.Printable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service's interface for accounts. It alone changes them, so that it, its database and the other instances know the same.
 *
 * @param base where the REST interface is
 * @param token its token's file, which only its owner may read: whoever may needs no account
 */
record PeopleService(URI base, Path token) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 400;
    private static final int FIRST_FAULT = 400;

    /** The one that the settings tell of. */
    static PeopleService of(SiteSettings settings) {
        ListService service = ListService.of(settings);
        return new PeopleService(service.base(), service.token());
    }

    /** All accounts. */
    JsonNode list() throws IOException {
        return send("GET", "", null);
    }

    /** Makes an account. */
    JsonNode add(Map<String, String> account) throws IOException {
        return send("POST", "", account);
    }

    /** Changes an account. */
    JsonNode change(String name, Map<String, String> change) throws IOException {
        if (!name.matches("[a-z0-9._-]{1,40}")) {
            throw new IllegalStateException("there is no account " + Printable.of(name, LONGEST));
        }
        return send("PATCH", "/" + name, change);
    }

    private JsonNode send(String method, String path, @Nullable Map<String, String> body) throws IOException {
        if (!Files.isReadable(token)) {
            throw new IllegalStateException("the token " + token
                    + " may not be read; run this as root or as the service's user, and with the service's settings");
        }
        String secret = Files.readString(token, StandardCharsets.US_ASCII).strip();
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/accounts" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return result(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException e) {
            throw new IllegalStateException("no service answers at " + base + "; start it: systemctl start quell", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private JsonNode result(HttpResponse<String> answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() < FIRST_FAULT) {
                return body;
            }
            throw new IllegalStateException("nothing was changed: " + Printable.of(ListService.words(body), LONGEST));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "what answers at " + base + " is no Quell (status " + answer.statusCode() + ")", e);
        }
    }
}
