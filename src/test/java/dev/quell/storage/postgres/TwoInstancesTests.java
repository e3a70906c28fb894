package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.QuellApplication;
import dev.quell.blocklist.BlockList;
import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallEnded;
import dev.quell.call.CallerNumber;
import dev.quell.call.WayStep;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCallers;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Endings;
import dev.quell.share.Provenance;
import dev.quell.storage.Calls;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole instances over one PostgreSQL, without Redis. */
@NeedsPostgres
class TwoInstancesTests {

    @TempDir
    Path directory;

    private static ConfigurableApplicationContext start(Path data, String... settings) {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        all.add("--server.port=0");
        all.add("--quell.asterisk.agi.port=0");
        all.add("--quell.data-directory=" + data);
        all.add("--quell.shared.name=" + data.getFileName());
        return new SpringApplicationBuilder(QuellApplication.class).run(all.toArray(String[]::new));
    }

    private static boolean shares(ConfigurableApplicationContext instance) {
        return instance.getBean(InstanceKeeper.class).number() > 0;
    }

    @Test
    void whatOneInstanceIsToldBindsOnTheOther() {
        PostgresServer server = PostgresServer.shared();
        String[] settings = server.settings(server.newDatabase());
        try (ConfigurableApplicationContext a = start(directory.resolve("a"), settings);
                ConfigurableApplicationContext b = start(directory.resolve("b"), settings)) {
            await().until(() -> shares(a) && shares(b));
            assertThat(a.getBean(InstanceKeeper.class).number())
                    .isNotEqualTo(b.getBean(InstanceKeeper.class).number());

            a.getBean(BlockListService.class)
                    .add(
                            ListKind.BLOCK,
                            new ListPattern.Exact(Calls.CALLER),
                            "rude",
                            Optional.of(Instant.now().plus(Duration.ofDays(7))),
                            "ann");
            await().until(() -> b.getBean(BlockList.class)
                    .match(Calls.CALLER, Instant.now())
                    .isPresent());

            a.getBean(BlockListService.class)
                    .add(
                            ListKind.BLOCK,
                            ListPattern.parse("+8675561230000-+8675561239998"),
                            "campaign",
                            Optional.of(Instant.now().plus(Duration.ofDays(7))),
                            "ann");
            await().until(() -> blocks(b, "+8675561239998"));
            assertThat(blocks(b, "+8675561239999")).isFalse();
            assertThat(blocks(b, "+86755612300000")).isFalse();

            KnownCaller ann = new KnownCaller(
                    Calls.CALLER, KnownAs.CUSTOMER, KnownCaller.Origin.API, "ann", Instant.now(), Optional.empty());
            b.getBean(KnownCallers.class).put(List.of(ann));
            await().until(() -> a.getBean(KnownCallers.class)
                    .as(Calls.CALLER, Instant.now())
                    .contains(KnownAs.CUSTOMER));

            a.getBean(CallJournal.class).screened(Calls.screened(1)).join();
            await().untilAsserted(() -> Provenance.noted(note -> {
                assertThat(b.getBean(CallLog.class).find(Calls.id(1))).isPresent();
                assertThat(note.source()).isEqualTo(Provenance.Source.SHARED);
            }));
            assertThat(records(b)).isEqualTo("shared");
            assertThat(preview(b)).contains("\"thisInstanceOnly\":false");
        }
    }

    private static boolean blocks(ConfigurableApplicationContext instance, String number) {
        return instance.getBean(BlockList.class)
                .match(new CallerNumber.E164(number), Instant.now())
                .isPresent();
    }

    /** What the header says over HTTP. */
    private static String records(ConfigurableApplicationContext instance) {
        return ask(instance, "/api/v1/calls", HttpRequest.Builder::GET)
                .headers()
                .firstValue("Quell-Records")
                .orElse("");
    }

    private static String preview(ConfigurableApplicationContext instance) {
        String body = "{\"pattern\":\"+86170299*\",\"ttl\":\"1d\",\"reason\":\"campaign\"}";
        return ask(
                        instance,
                        "/api/v1/blocklist/preview",
                        request -> request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private static HttpResponse<String> ask(
            ConfigurableApplicationContext instance, String path, UnaryOperator<HttpRequest.Builder> as) {
        int port = instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Path data = Path.of(instance.getEnvironment().getRequiredProperty("quell.data-directory"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    as.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + Files.readString(data.resolve("api-token"))
                                                    .strip())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endThatComesToASiblingOfTheScreeningInstanceFindsItsCall() {
        PostgresServer server = PostgresServer.shared();
        String[] settings = server.settings(server.newDatabase());
        try (ConfigurableApplicationContext a = start(directory.resolve("a"), settings);
                ConfigurableApplicationContext b = start(directory.resolve("b"), settings)) {
            await().until(() -> shares(a) && shares(b));
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            CallScreened call = Calls.screened(
                    1, Calls.incoming(1, Calls.CALLER, now), Calls.screened(1).verdict());
            CallEnded end = Calls.ended(1, List.of(WayStep.LISTEN, WayStep.RELEASE), now.plusSeconds(60));
            Endings endings = b.getBean(Endings.class);
            assertThat(endings.ended(end, Calls.CALLER, "12345", "sip-provider"))
                    .as("nobody has screened it yet, the dialplan keeps its end")
                    .isFalse();

            a.getBean(CallJournal.class).screened(call).join();

            await().until(() -> endings.ended(end, Calls.CALLER, "12345", "sip-provider"));
            await().untilAsserted(() -> {
                LoggedCall logged = a.getBean(CallLog.class).find(Calls.id(1)).orElseThrow();
                assertThat(logged.endedAt()).contains(now.plusSeconds(60));
                assertThat(logged.caseNumber()).isEqualTo("00000001");
                assertThat(logged.way()).containsExactly(WayStep.LISTEN, WayStep.RELEASE);
            });
        }
    }

    @Test
    void instanceStartsAndScreensWithoutTheRecordAndSaysSo() {
        String[] settings = {
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
            "--spring.datasource.username=quell",
            "--spring.datasource.password=not-a-secret"
        };
        try (ConfigurableApplicationContext alone = start(directory.resolve("alone"), settings)) {
            alone.getBean(CallJournal.class).screened(Calls.screened(1)).join();

            Provenance.noted(note -> {
                assertThat(alone.getBean(CallLog.class).find(Calls.id(1))).isPresent();
                assertThat(note.source()).isEqualTo(Provenance.Source.LOCAL);
            });
            assertThat(records(alone)).isEqualTo("local");
            assertThat(preview(alone)).contains("\"thisInstanceOnly\":true");
            await().untilAsserted(() -> {
                CompositeHealthDescriptor health = (CompositeHealthDescriptor)
                        alone.getBean(HealthEndpoint.class).health();
                assertThat(health.getComponents().get("shared").getStatus().getCode())
                        .isEqualTo("DEGRADED");
                assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
            });
        }
    }
}
