package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.prompt.audio.Waves;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines, scripts and recordings over REST. */
class PromptsTests extends RunningService {

    @TempDir
    static Path sounds;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void copy(DynamicPropertyRegistry settings) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("dialplan/sounds"), sounds);
        settings.add("quell.prompts.folder", sounds::toString);
    }

    private HttpResponse<byte[]> raw(String method, String path, byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "audio/wav")
                        .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static JsonNode tree(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode voice(String prompt, int voice) {
        return json(get("/api/v1/prompts"))
                .valueStream()
                .filter(each -> each.get("path").asString().equals(prompt))
                .findFirst()
                .orElseThrow()
                .at("/voices/" + voice);
    }

    @Test
    void linesScriptsAndRecordingsAreTold() {
        JsonNode treatments = json(get("/api/v1/treatments"));
        assertThat(treatments.at("/lines/0/profile").asString()).isEqualTo("standard");
        assertThat(treatments.at("/scripts/0/kind").asString()).isEqualTo("LISTEN");
        assertThat(treatments.at("/scripts/0/steps/2/prompt").asString()).isEqualTo("listen-1");
        JsonNode prompts = json(get("/api/v1/prompts"));
        JsonNode digit = prompts.valueStream()
                .filter(each -> each.get("name").asString().equals("digits/0"))
                .findFirst()
                .orElseThrow();
        assertThat(digit.get("path").asString()).isEqualTo("digits-0");
        assertThat(digit.get("usedIn").toString()).isEqualTo("[\"COMPLAINT\"]");
        assertThat(digit.at("/voices/1/there").asBoolean()).isTrue();
    }

    @Test
    void aRecordingIsHeardReplacedAndBroughtBack() throws Exception {
        String path = "/api/v1/prompts/en/challenge";
        byte[] shipped = Files.readAllBytes(sounds.resolve("en/quell/challenge.wav"));
        assertThat(raw("GET", path, new byte[0]).body()).isEqualTo(shipped);

        HttpResponse<byte[]> put = raw("PUT", path, Waves.spoken(44_100, 2, 2));
        assertThat(put.statusCode())
                .as(new String(put.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(tree(put).get("kept")).hasSize(1);
        assertThat(raw("GET", path, new byte[0]).body()).isNotEqualTo(shipped);
        assertThat(get("/api/v1/audit?deed=treatment-changed").body()).contains("prompt en/challenge", "dBFS");

        String kept = voice("challenge", 0).at("/kept/0").asString();
        assertThat(raw("GET", path + "?put=" + kept, new byte[0]).body()).isEqualTo(shipped);
        assertThat(post(path + "/back", "{\"put\":\"" + kept + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(raw("GET", path, new byte[0]).body()).isEqualTo(shipped);
        assertProblem(post(path + "/back", "{\"put\":\"2020-01-01\"}"), 404, "put away then");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithTheReason() throws Exception {
        HttpResponse<byte[]> none =
                raw("PUT", "/api/v1/prompts/en/greeting", "ID3 no wav".getBytes(StandardCharsets.US_ASCII));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(tree(none).at("/faults/0/fault").asString()).startsWith("cannot be used: not wav");
        assertThat(raw("PUT", "/api/v1/prompts/en/sit", Waves.spoken(16_000, 1, 1))
                        .statusCode())
                .isEqualTo(409);
        assertThat(raw("PUT", "/api/v1/prompts/fr/greeting", Waves.spoken(16_000, 1, 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(raw("GET", "/api/v1/prompts/en/..%2fgreeting", new byte[0]).statusCode())
                .isIn(400, 404);
    }

    @Test
    void theAsterisksAreLookedAtInTheBackground() {
        assertProblem(get("/api/v1/treatments/check"), 404, "Nobody looked");
        assertThat(post("/api/v1/treatments/check", "").statusCode()).isEqualTo(202);
        await().until(() ->
                !json(get("/api/v1/treatments/check")).get("state").asString().equals("RUNNING"));
    }
}
