package dev.quell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.QuellApplication;
import dev.quell.screening.Screening;
import dev.quell.testing.CallBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A renamed meter is noticed here, not by an alarm that is never raised. Redis, PostgreSQL and Asterisk are named and away. */
@SpringBootTest(
        classes = QuellApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "quell.asterisk.agi.port=0",
            "quell.screening.journal-wait=1s",
            "quell.redis.enabled=true",
            "spring.data.redis.url=redis://127.0.0.1:1",
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/quell",
            "quell.ami.servers.pbx.host=127.0.0.1",
            "quell.ami.servers.pbx.port=1",
            "quell.ami.servers.pbx.password=none",
        })
@DirtiesContext
class MeterNamesTests {

    private static final Pattern NAME = Pattern.compile("\\b(?:quell|jvm|disk|process)_[a-z_]+[a-z]\\b");

    /** Shown from half a minute after a trunk's first call; the other test looks for them in the program's text. */
    private static final List<String> MADE_WITH_THE_FIRST_TRUNK =
            List.of("quell_trunk_silent_share", "quell_trunk_no_media_share");

    @Autowired
    Screening screening;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("quell.data-directory", () -> data().toString());
    }

    private static Path data() {
        try {
            return Files.createTempDirectory("quell-meters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config/prometheus-alerts.yml", "config/grafana-dashboard.json"})
    void everyMeterThatIsLookedAtExists(String file) throws IOException, InterruptedException {
        screening.tell(screening.screen(CallBuilder.aCall().at(clock.instant())).orElseThrow());
        String page = page();

        assertThat(names(Path.of(file)))
                .hasSizeGreaterThan(15)
                .filteredOn(name -> !MADE_WITH_THE_FIRST_TRUNK.contains(name))
                .filteredOn(name -> !page.contains("\n" + name + "{") && !page.contains("\n" + name + " "))
                .as("meters that %s looks at and that the service does not have", file)
                .isEmpty();
    }

    @Test
    void theMetersOfTrunksAreMade() throws IOException {
        String program = Files.readString(Path.of("src/main/java/dev/quell/screening/watch/TrafficMeters.java"));

        assertThat(MADE_WITH_THE_FIRST_TRUNK)
                .allSatisfy(name -> assertThat(program).contains("\"" + name.replace('_', '.') + "\""));
    }

    private static Stream<String> names(Path file) throws IOException {
        return NAME.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    private String page() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
