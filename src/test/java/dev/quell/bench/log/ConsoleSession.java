package dev.quell.bench.log;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An admin who is signed in to a service's console. */
final class ConsoleSession {

    private static final String PASSWORD = "a pass phrase for the benchmark";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;

    private ConsoleSession(String base) {
        this.base = base;
    }

    /**
     * Makes the first account where there is none, and signs in.
     *
     * @param data the service's data directory
     */
    static ConsoleSession begin(int port, Path data) throws IOException, InterruptedException {
        ConsoleSession session = new ConsoleSession("http://127.0.0.1:" + port);
        Path link = data.resolve("set-up-link");
        if (Files.exists(link)) {
            String path = URI.create(Files.readString(link).strip()).getPath();
            session.post(
                    path, Map.of("name", "bench", "fullName", "Bench", "password", PASSWORD, "repeated", PASSWORD));
        }
        session.post("/login", Map.of("name", "bench", "password", PASSWORD));
        if (!session.get("/account").contains("bench")) {
            throw new IllegalStateException("the benchmark could not sign in at " + session.base);
        }
        return session;
    }

    /** A page's text; a fault if it is none. */
    String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + address)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private void post(String address, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(address));
        if (!token.find()) {
            throw new IllegalStateException(address + " has no form");
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
        send(HttpRequest.newBuilder(URI.create(base + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
    }
}
