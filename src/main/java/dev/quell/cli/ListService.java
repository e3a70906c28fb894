package dev.quell.cli;

import dev.quell.call.Printable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service's interface for long lists.
 *
 * @param base where the REST interface is
 * @param token its token's file
 * @param most the longest list that it takes
 */
record ListService(URI base, Path token, DataSize most) {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 400;

    /** How far a list is: lines looked at, lines done. */
    record Step(int checked, int done) {}

    /** The one that the settings tell of. */
    static ListService of(SiteSettings settings) {
        String address = settings.text("server.address", "127.0.0.1");
        boolean everywhere = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
        String host = everywhere ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
        return new ListService(
                URI.create("http://" + host + ":" + settings.text("server.port", "8427")),
                Path.of(settings.text("quell.api.token-file", settings.dataDirectory() + "/api-token")),
                DataSize.parse(settings.text("quell.api.max-import", "64MB")));
    }

    /**
     * Gives a list, and waits until it is taken.
     *
     * @param told how far it is, twice a second
     * @return what the service says of it
     * @throws IllegalStateException with a sentence that says what to do, if it is not taken
     */
    JsonNode take(Path file, Map<String, String> query, Consumer<Step> told) throws IOException {
        if (Files.size(file) > most.toBytes()) {
            throw new IllegalStateException(file + " has " + (Files.size(file) >> 20) + " MB, and the service takes "
                    + most.toMegabytes() + " MB at once; split it, or raise quell.api.max-import");
        }
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request("?" + parameters)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return result(await(client, client.sendAsync(request, HttpResponse.BodyHandlers.ofString()), told));
        }
    }

    private HttpRequest.Builder request(String parameters) throws IOException {
        if (!Files.isReadable(token)) {
            throw new IllegalStateException("the token " + token
                    + " may not be read; run this as root or as the service's user, and with the service's settings");
        }
        String secret = Files.readString(token, StandardCharsets.US_ASCII).strip();
        return HttpRequest.newBuilder(base.resolve("/api/v1/lists/import" + parameters))
                .header("Authorization", "Bearer " + secret);
    }

    private HttpResponse<String> await(
            HttpClient client, CompletableFuture<HttpResponse<String>> answer, Consumer<Step> told) throws IOException {
        try {
            while (true) {
                try {
                    return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    step(client).ifPresent(told);
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException) {
                throw new IllegalStateException(
                        "no service answers at " + base + "; start it: systemctl start quell", e);
            }
            throw new IOException("the service broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** How far it is; empty if the service does not say so now, which fails nothing: the list is on its way. */
    private Optional<Step> step(HttpClient client) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    client.send(request("").timeout(PATIENCE).GET().build(), HttpResponse.BodyHandlers.ofString());
            JsonNode progress = JSON.readTree(answer.body());
            return Optional.of(new Step(
                    progress.path("checked").asInt(), progress.path("done").asInt()));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private JsonNode result(HttpResponse<String> answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() == 200) {
                return body;
            }
            throw new IllegalStateException("the service took nothing (status " + answer.statusCode() + "): "
                    + Printable.of(words(body), LONGEST));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "what answers at " + base + " is no Quell (status " + answer.statusCode() + ")", e);
        }
    }

    static String words(JsonNode problem) {
        StringBuilder words = new StringBuilder(problem.path("detail").asString(""));
        for (JsonNode fault : problem.path("faults")) {
            words.append(' ')
                    .append(fault.path("field").asString(""))
                    .append(": ")
                    .append(fault.path("fault").asString(""));
        }
        return words.toString();
    }
}
