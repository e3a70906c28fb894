package dev.quell.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a service counts, as Prometheus reads it. */
public final class Meters {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI page;

    /** @param http the service's HTTP port */
    public Meters(int http) {
        page = URI.create("http://127.0.0.1:" + http + "/actuator/prometheus");
    }

    /** The sum of all meters of a name, whatever their tags; 0 if there is none. */
    public double sum(String name) throws IOException, InterruptedException {
        String text = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
