package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.flag.CallRedirector;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Screening;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.Noon;
import dev.quell.testing.Screened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on free ports with an empty database, asked over HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quell.asterisk.agi.port=0", "quell.screening.journal-wait=1s"})
abstract class RunningService {
    static final String TOKEN = "a-token-for-tests-0123456789";

    @MockitoBean
    CallRedirector redirector;

    @Autowired
    Screening screening;

    @Autowired
    CallJournal journal;

    @TestBean
    Clock clock;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Path data = data();
        settings.add("quell.data-directory", data::toString);
    }

    static Clock clock() {
        return Noon.clock();
    }

    /** A data directory with the token of tests, a new one for each service: two never share one. */
    private static Path data() {
        try {
            Path data = Files.createTempDirectory("quell-web");
            Files.writeString(data.resolve("api-token"), TOKEN + "\n");
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null, "Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, null, "Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The faults of a problem, {@code field: fault}, in their order. */
    static String[] faults(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return json(response)
                .get("faults")
                .valueStream()
                .map(fault -> fault.get("field").asString() + ": "
                        + fault.get("fault").asString())
                .toArray(String[]::new);
    }

    static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
        assertThat(json(response).get("detail").asString()).contains(detail);
    }

    /** Screens a call as the dialplan would ask for it; it is in the log afterwards. */
    CallScreened call(CallBuilder call) {
        CallScreened screened = Screened.by(screening, journal, call.at(clock.instant()));
        screening.tell(screened);
        return screened;
    }
}
