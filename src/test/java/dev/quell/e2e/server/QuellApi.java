package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's REST interface as a site's admin uses it. */
public final class QuellApi {

    static final String TOKEN = "e2eApiToken0123456789abcdef";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String base;

    QuellApi(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Whether the service says that it is well. */
    public boolean healthy() {
        try {
            return send(request("/actuator/health").GET()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What is at a path below {@code /api/v1}. */
    public JsonNode get(String path) {
        return json.readTree(text(path));
    }

    /** The same as it was sent. */
    public String text(String path) {
        HttpResponse<String> response = send(request("/api/v1" + path).GET());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Sends an object to a path below {@code /api/v1}; gives the answer's body. */
    public JsonNode post(String path, Object body) {
        HttpRequest.BodyPublisher text = HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
        HttpResponse<String> response = send(request("/api/v1" + path)
                .header("Content-Type", "application/json")
                .POST(text));
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    /** Flags a call in an agent's name and has the caller moved at once. */
    public void flag(String call, String agent, String reason) {
        post("/flags", Map.of("call", call, "agent", agent, "reason", reason, "move", "true"));
    }

    /** Puts a number on the block list for a time. */
    public void block(String number, Duration term) {
        post("/blocklist", entry(number, term));
    }

    /** Puts a number on the allow list for a time. */
    public void allow(String number, Duration term) {
        post("/allowlist", entry(number, term));
    }

    private static Map<String, String> entry(String number, Duration term) {
        return Map.of("pattern", number, "ttl", term.toSeconds() + "s", "reason", "end-to-end test", "author", "e2e");
    }

    /** The sum of a metric over its tags, 0 if there is none; the name is that of Prometheus. */
    public double metric(String name) {
        return send(request("/actuator/prometheus").GET())
                .body()
                .lines()
                .filter(line -> line.matches(name + "(\\{.*)? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + base, e);
        }
    }
}
