package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListPattern;
import dev.quell.classifier.Language;
import dev.quell.evidence.Holds;
import dev.quell.evidence.desk.PackDesk;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.testing.CallBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Packs and holds over REST. */
class EvidenceTests extends RunningService {

    private static final String ORDER =
            "{\"source\": \"+8613800138000\", \"from\": \"2026-01-01T00:00:00Z\", \"who\": \"Wang\", \"reason\": \"file 118\"}";

    @TempDir
    Path directory;

    @Autowired
    Holds holds;

    @Autowired
    PackDesk desk;

    private Path made() throws IOException, InterruptedException {
        Path pack = directory.resolve("pack.zip");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/evidence"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(ORDER))
                            .build(),
                    BodyHandlers.ofFile(pack));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
        return pack;
    }

    @Test
    void aPackIsMadeAndSaysWhichTokenHadItMade() throws Exception {
        call(CallBuilder.aCall());

        Path pack = made();

        String fingerprint =
                json(get("/api/v1/evidence/key")).get("fingerprint").asString();
        assertThat(PackCheck.of(pack, Optional.of(fingerprint))).allMatch(PackFinding::holds);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("custody-details.jsonl"))
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"by\":\"api\"")
                    .contains("\"who\":\"Wang\"");
        }
        assertThat(get("/api/v1/audit").body()).contains("evidence-made");
    }

    @Test
    void aPackThatWaitsIsListedHandedOutAndDeleted() {
        PackOrder order = new PackOrder(
                ListPattern.parse("+8613800138077"),
                Instant.parse("2026-01-01T00:00:00Z"),
                clock.instant(),
                Language.ENGLISH,
                "Wang",
                "file 119",
                "li");
        Awaitility.await().until(() -> desk.make(order, 1, kept -> {}));
        Awaitility.await().until(() -> !desk.kept().isEmpty());
        String pack = "/api/v1/evidence/packs/" + desk.kept().getFirst().note();

        JsonNode waits = json(get("/api/v1/evidence/packs?limit=1")).get(0);
        assertThat(waits.has("until")).isTrue();
        assertThat(waits.at("/order/source").asString()).isEqualTo("+8613800138077");
        assertThat(faults(post(pack + "/take", "{}")))
                .containsExactly("who: is missing; it takes who gets it, 1 to 60 characters");
        HttpResponse<String> taken = post(pack + "/take", "{\"who\": \"No. 3 station\"}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(json(get("/api/v1/evidence/packs?limit=1"))
                        .at("/0/taken/0/who")
                        .asString())
                .isEqualTo("api for No. 3 station");

        assertThat(delete(pack).statusCode()).isEqualTo(204);
        assertProblem(delete(pack), 404, "No pack waits");
        assertProblem(post(pack + "/take", "{\"who\": \"x\"}"), 404, "No pack waits");
        assertThat(json(get("/api/v1/evidence/packs?limit=1")).at("/0/until").isMissingNode())
                .isTrue();
        assertThat(get("/api/v1/audit").body()).contains("evidence-taken", "evidence-deleted");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults(post("/api/v1/evidence", "{\"source\": \"x\", \"who\": \"\"}")))
                .extracting(fault -> fault.replaceAll(":.*", ""))
                .containsExactlyInAnyOrder("source", "from", "who", "reason");
    }

    @Test
    void aHoldIsMadeListedAndEnded() {
        HttpResponse<String> kept = post(
                "/api/v1/evidence/holds", "{\"source\": \"+86139*\", \"author\": \"Wang\", \"reason\": \"file 118\"}");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        String id = json(kept).get("id").asString();
        assertThat(get("/api/v1/evidence/holds").body()).contains("+86139*", "\"api for Wang\"");
        assertThat(delete("/api/v1/evidence/holds/" + id + "?author=Li&reason=closed")
                        .statusCode())
                .isEqualTo(200);
        assertThat(delete("/api/v1/evidence/holds/" + id + "?author=Li&reason=closed")
                        .statusCode())
                .isEqualTo(404);
        assertThat(holds.all().getFirst().releasedAt()).isPresent();
    }
}
