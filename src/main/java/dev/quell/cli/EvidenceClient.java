package dev.quell.cli;

import dev.quell.call.Printable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service's interface for evidence.
 *
 * @param base where the REST interface is
 * @param token its token's file
 */
record EvidenceClient(URI base, Path token) {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 600;
    private static final int GOOD = 200;

    /** The one that the settings tell of. */
    static EvidenceClient of(SiteSettings settings) {
        ListService same = ListService.of(settings);
        return new EvidenceClient(same.base(), same.token());
    }

    /**
     * Has a pack made.
     *
     * @param file where it goes; it is there and empty
     */
    void make(Map<String, ?> order, Path file) throws IOException {
        HttpResponse<byte[]> answer = send(
                post("/api/v1/evidence", order),
                response -> response.statusCode() == GOOD
                        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> new byte[0])
                        : BodySubscribers.ofByteArray());
        refused(answer);
    }

    /** The key that signs, in PEM, and its fingerprint. */
    String key() throws IOException {
        JsonNode key = get("/api/v1/evidence/key");
        return key.path("pem").asString("") + "fingerprint "
                + key.path("fingerprint").asString("") + System.lineSeparator();
    }

    /** All legal holds, newest first. */
    JsonNode holds() throws IOException {
        return get("/api/v1/evidence/holds");
    }

    /** Makes a hold. */
    JsonNode hold(Map<String, ?> hold) throws IOException {
        return JSON.readTree(refused(send(post("/api/v1/evidence/holds", hold), BodyHandlers.ofByteArray())));
    }

    /** Ends a hold. */
    JsonNode release(long id, String author, String reason) throws IOException {
        String path = "/api/v1/evidence/holds/" + id + "?author=" + URLEncoder.encode(author, StandardCharsets.UTF_8)
                + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8);
        return JSON.readTree(refused(send(request(path).DELETE().build(), BodyHandlers.ofByteArray())));
    }

    /** Accepts what is wrong with the holds; the sentences that were accepted. */
    JsonNode accept(String author, String reason) throws IOException {
        HttpRequest request = post("/api/v1/evidence/holds/accept", Map.of("author", author, "reason", reason));
        return JSON.readTree(refused(send(request, BodyHandlers.ofByteArray()))).path("accepted");
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(refused(send(request(path).GET().build(), BodyHandlers.ofByteArray())));
    }

    private HttpRequest post(String path, Map<String, ?> body) throws IOException {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private HttpRequest.Builder request(String path) throws IOException {
        if (!Files.isReadable(token)) {
            throw new IllegalStateException("the token " + token
                    + " may not be read; run this as root or as the service's user, and with the service's settings");
        }
        String secret = Files.readString(token, StandardCharsets.US_ASCII).strip();
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + secret);
    }

    private HttpResponse<byte[]> send(HttpRequest request, HttpResponse.BodyHandler<byte[]> handler)
            throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, handler);
        } catch (ConnectException e) {
            throw new IllegalStateException("no service answers at " + base + "; start it: systemctl start quell", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] refused(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != GOOD) {
            throw new IllegalStateException("the service refused it (status " + answer.statusCode() + "): "
                    + Printable.of(words(answer.body()), LONGEST));
        }
        return answer.body();
    }

    private static String words(byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder words = new StringBuilder(problem.path("detail").asString(""));
            for (JsonNode fault : problem.path("faults")) {
                words.append(' ')
                        .append(fault.path("field").asString(""))
                        .append(": ")
                        .append(fault.path("fault").asString(""));
            }
            return words.toString();
        } catch (JacksonException e) {
            return "no words";
        }
    }
}
