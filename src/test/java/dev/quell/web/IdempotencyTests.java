package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import dev.quell.share.KeptAnswers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tools.jackson.databind.JsonNode;

/** Requests with an Idempotency-Key over REST. */
@TestPropertySource(properties = "quell.idempotency.requests=60")
class IdempotencyTests extends RunningService {

    @MockitoSpyBean
    KeptAnswers answers;

    private HttpResponse<String> post(String path, String body, String key) {
        return send(
                "POST",
                path,
                body,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static String key() {
        return "\"" + UUID.randomUUID() + "\"";
    }

    private static String entry(String number) {
        return "{\"pattern\":\"" + number + "\",\"ttl\":\"1h\",\"reason\":\"silent calls\"}";
    }

    private static boolean replayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed").isPresent();
    }

    @Test
    void theSameRequestAgainGetsTheAnswerOfThen() {
        String key = key();
        HttpResponse<String> first = post("/api/v1/blocklist", entry("13800138401"), key);
        HttpResponse<String> again = post("/api/v1/blocklist", entry("13800138401"), key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(replayed(first)).isFalse();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(replayed(again)).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(json(get("/api/v1/audit?deed=entry-made&limit=1000"))
                        .valueStream()
                        .filter(made -> made.get("subject").asString().contains("401")))
                .hasSize(1);
    }

    @Test
    void aKeyCountsHoweverThePathIsWritten() {
        String key = key();
        HttpResponse<String> first = post("/%61pi/v1/blocklist", entry("13800138421"), key);
        HttpResponse<String> again = post("/%61pi/v1/blocklist", entry("13800138421"), key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(replayed(again)).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aTokenThatIsShownOnceIsShownToWhoAskedWithTheSameKeyAndLiesSealed() {
        String key = key();
        String body = "{\"name\":\"CRM\",\"scopes\":\"calls:read\",\"ttl\":\"1h\"}";
        JsonNode first = json(post("/api/v1/tokens", body, key));
        JsonNode again = json(post("/api/v1/tokens", body, key));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        String key = key();
        post("/api/v1/blocklist", entry("13800138402"), key);

        assertProblem(post("/api/v1/blocklist", entry("13800138403"), key), 422, "was used for another request");
        assertProblem(post("/api/v1/allowlist", entry("13800138402"), key), 422, "was used for another request");
        assertThat(json(get("/api/v1/blocklist?number=13800138403"))).isEmpty();
    }

    @Test
    void aRefusalIsKeptToo() {
        String key = key();
        HttpResponse<String> first = post("/api/v1/blocklist", "{\"pattern\":\"x\"}", key);
        HttpResponse<String> again = post("/api/v1/blocklist", "{\"pattern\":\"x\"}", key);

        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(replayed(again)).isTrue();
    }

    @Test
    void whatIsBeingDoneIsNotDoneTwice() {
        String key = key();
        post("/api/v1/blocklist", entry("13800138404"), key);
        verify(answers).keep(anyString(), any(), any());
        doReturn(new KeptAnswers.Running("other")).when(answers).claim(anyString(), anyString(), any());

        assertProblem(post("/api/v1/blocklist", entry("13800138405"), key()), 409, "is still being done");
        assertThat(json(get("/api/v1/blocklist?number=13800138405"))).isEmpty();
    }

    @Test
    void whereTheKeyCannotBeKeptNothingIsDone() {
        doThrow(new IllegalStateException("disk full")).when(answers).claim(anyString(), anyString(), any());

        HttpResponse<String> answer = post("/api/v1/blocklist", entry("13800138406"), key());

        assertProblem(answer, 503, "nothing was done");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(json(get("/api/v1/blocklist?number=13800138406"))).isEmpty();
    }

    @Test
    void whatFailedHereMayBeTriedAgain() {
        String key = key();
        doThrow(new IllegalStateException("gone")).when(answers).keep(anyString(), any(), any());
        assertThat(post("/api/v1/blocklist", entry("13800138407"), key).statusCode())
                .isEqualTo(201);

        assertProblem(post("/api/v1/blocklist", entry("13800138407"), key), 409, "is still being done");
    }

    @Test
    void eachPersonHasKeysOfTheirOwn() {
        String key = key();
        String token = json(post(
                        "/api/v1/tokens", "{\"name\":\"CRM\",\"scopes\":\"lists:write\",\"ttl\":\"1h\"}", key()))
                .get("token")
                .asString();
        post("/api/v1/allowlist", "{\"pattern\":\"13800138408\",\"reason\":\"a customer\"}", key);

        HttpResponse<String> other = send(
                "POST",
                "/api/v1/allowlist",
                "{\"pattern\":\"13800138409\",\"reason\":\"a customer\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);

        assertThat(other.statusCode()).isEqualTo(201);
    }

    @Test
    void anEndedEntryIsEndedOnce() {
        String location = post("/api/v1/blocklist", entry("13800138410"), key())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String key = key();
        HttpResponse<String> first = send(
                "DELETE", location + "?reason=x", null, "Authorization", "Bearer " + TOKEN, "Idempotency-Key", key);
        HttpResponse<String> again = send(
                "DELETE", location + "?reason=x", null, "Authorization", "Bearer " + TOKEN, "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(delete(location + "?reason=x").statusCode()).isEqualTo(404);
    }

    @Test
    void anImportIsDoneOnceAndItsBodyIsCompared() {
        String key = key();
        String path = "/api/v1/lists/import?author=li&mode=whole&ttl=1h&reason=list";
        String[] headers = {"Authorization", "Bearer " + TOKEN, "Content-Type", "text/csv", "Idempotency-Key", key};

        HttpResponse<String> first = send("POST", path, "13800138411,block\n", headers);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(send("POST", path, "13800138411,block\n", headers).body()).isEqualTo(first.body());
        assertProblem(send("POST", path, "13800138412,block\n", headers), 422, "another request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a b", "\"a"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertProblem(post("/api/v1/blocklist", entry("13800138413"), key), 400, "Idempotency-Key is not one text");
    }

    @Test
    void readingTakesNoKey() {
        assertThat(send("GET", "/api/v1/calls", null, "Authorization", "Bearer " + TOKEN, "Idempotency-Key", "a b")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void soManyKeysAndNoMore() {
        String token = json(post(
                        "/api/v1/tokens", "{\"name\":\"many\",\"scopes\":\"lists:write\",\"ttl\":\"1h\"}", key()))
                .get("token")
                .asString();
        HttpResponse<String> last = null;
        for (int i = 0; i <= 60; i++) {
            last = send(
                    "POST",
                    "/api/v1/blocklist",
                    "{}",
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    key());
            assertThat(last.statusCode()).isEqualTo(i < 60 ? 400 : 429);
        }

        assertProblem(last, 429, "quell.idempotency.requests");
        assertThat(Duration.ofSeconds(
                        Long.parseLong(last.headers().firstValue("Retry-After").orElseThrow())))
                .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(25));
    }
}
