package dev.quell.doctor.service;

import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/** Asks the running service over HTTP, with the REST interface's token where it may be read. */
final class ServiceClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Site site;

    ServiceClient(Site site) {
        this.site = site;
    }

    /** Where it is asked. */
    String place() {
        String address = site.http().address();
        String host = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + site.http().port();
    }

    /** Whether the token may be read here. */
    boolean known() {
        return Files.isReadable(site.apiToken());
    }

    HttpResponse<String> get(String path) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(place() + path)).timeout(PATIENCE);
        if (known()) {
            String token =
                    Files.readString(site.apiToken(), StandardCharsets.US_ASCII).strip();
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
