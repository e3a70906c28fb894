package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On a platform where Spring would believe proxies' headers, a header makes nobody a neighbour. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quell.asterisk.agi.port=0", "spring.main.cloud-platform=kubernetes"})
@DirtiesContext
class ProxyHeadersTests {
    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("quell.data-directory", () -> data.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 127.0.0.1, 401",
        "X-Forwarded-For, 198.51.100.7, 401",
        "Forwarded, for=127.0.0.1, 401",
        "Via, 1.1 x, 401",
        "X-Forwarded-Proto, https, 401",
        "X-Other, 127.0.0.1, 200"
    })
    void metricsAreClosedToWhatAProxyPassesOn(String header, String value, int status) throws Exception {
        assertThat(status(header, value)).isEqualTo(status);
    }

    private int status(String header, String value) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                    .header(header, value)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
