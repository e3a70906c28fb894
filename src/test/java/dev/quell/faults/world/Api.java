package dev.quell.faults.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface of a service that may be dead, frozen or slow: every question has an answer, if only "nothing". */
public final class Api {

    /** The token of every service of these tests. */
    static final String TOKEN = "faultsApiToken0123456789abcdef";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final String base;

    Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** What health says, such as {@code UP}; empty if nothing. */
    public String health() {
        return send(request("/actuator/health").GET())
                .map(answer -> JSON.readTree(answer.body()).path("status").asString(""))
                .orElse("");
    }

    /** All of health, for a line that says what is amiss. */
    public String wholeHealth() {
        return send(request("/actuator/health").GET()).map(HttpResponse::body).orElse("no answer");
    }

    /** The sum of a metric over its tags; the name is that of Prometheus, and may be a regular expression. Empty if there is none or no answer. */
    public Optional<Double> metric(String name) {
        return send(request("/actuator/prometheus").GET())
                .flatMap(answer -> answer.body()
                        .lines()
                        .filter(line -> line.matches("(" + name + ")(\\{.*)? .*"))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .reduce(Double::sum));
    }

    /** The metrics whose names match, each with its tags and its value; empty if there are none or there is no answer. */
    Map<String, Double> metrics(String name) {
        Map<String, Double> found = new TreeMap<>();
        send(request("/actuator/prometheus").GET())
                .ifPresent(answer -> answer.body()
                        .lines()
                        .filter(line -> line.matches("(" + name + ")(\\{.*)? .*"))
                        .forEach(line -> found.put(
                                line.substring(0, line.lastIndexOf(' ')),
                                Double.parseDouble(line.substring(line.lastIndexOf(' '))))));
        return found;
    }

    /** Puts a number on the block list; the entry's id if the service said that it is there. */
    public OptionalLong block(String number, Duration term, String reason) {
        Map<String, String> entry =
                Map.of("pattern", number, "ttl", term.toSeconds() + "s", "reason", reason, "author", "faults");
        return send(request("/api/v1/blocklist")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(entry))))
                .filter(answer -> answer.statusCode() == 201)
                .map(answer ->
                        OptionalLong.of(JSON.readTree(answer.body()).path("id").asLong()))
                .orElse(OptionalLong.empty());
    }

    /** Ends an entry; whether the service said that it has. */
    public boolean unblock(long id) {
        return send(request("/api/v1/blocklist/" + id + "?reason=fault%20test&author=faults")
                        .DELETE())
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** Whether an active entry means a number; empty if the service does not say. */
    public Optional<Boolean> blocked(String number) {
        return send(request("/api/v1/blocklist?number=" + number).GET())
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> !JSON.readTree(answer.body()).isEmpty());
    }

    /** A call by its id, as people see it; empty if there is none or no answer. */
    public Optional<JsonNode> call(String id) {
        return send(request("/api/v1/calls/" + id).GET())
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> JSON.readTree(answer.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN);
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
