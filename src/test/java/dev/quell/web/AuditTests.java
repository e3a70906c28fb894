package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people did, over REST. */
class AuditTests extends RunningService {

    private List<String> deeds(int newest) {
        return json(get("/api/v1/audit?limit=" + newest))
                .valueStream()
                .map(entry ->
                        entry.get("who").asString() + " " + entry.get("deed").asString())
                .toList();
    }

    @Test
    void everyWriteIsKeptWithHowItWasAndIs() {
        String id = json(post(
                        "/api/v1/blocklist",
                        "{\"pattern\": \"13900139555\", \"reason\": \"silent calls\", \"ttl\": \"7d\"}"))
                .get("id")
                .asString();
        delete("/api/v1/blocklist/" + id + "?reason=wrongly%20blocked");
        send(
                "PUT",
                "/api/v1/known-callers/13900139556",
                "{\"kind\": \"customer\"}",
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
        delete("/api/v1/known-callers/13900139556");

        assertThat(deeds(4))
                .containsExactly("api caller-unknown", "api caller-known", "api entry-ended", "api entry-made");
        JsonNode ended = json(get("/api/v1/audit?deed=entry-ended&limit=1")).get(0);
        assertThat(ended.get("subject").asString()).isEqualTo("blocklist " + id + " +8613900139555");
        assertThat(ended.get("before").asString()).endsWith(": silent calls");
        assertThat(ended.get("after").asString()).isEqualTo("wrongly blocked");
        assertThat(ended.get("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int n = 0; n < 5; n++) {
            post("/api/v1/allowlist", "{\"pattern\": \"1390013960" + n + "\", \"reason\": \"customer\"}");
        }
        List<String> all = new ArrayList<>();
        String page = "/api/v1/audit?limit=2";
        for (int pages = 0; pages < 3; pages++) {
            HttpResponse<String> answer = get(page);
            json(answer).forEach(entry -> all.add(entry.get("id").asString()));
            page = answer.headers().firstValue("Link").orElseThrow().replaceAll("<([^>]*)>.*", "$1");
        }

        assertThat(all)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .isEqualTo(json(get("/api/v1/audit?limit=6"))
                        .valueStream()
                        .map(entry -> entry.get("id").asString())
                        .toList());
    }

    @Test
    void whoeverSeesNumbersMaskedGuessesSixtyOfThemAnHour() {
        String token = json(post(
                        "/api/v1/tokens", "{\"name\": \"revision\", \"scopes\": \"audit:read\", \"ttl\": \"1h\"}"))
                .get("token")
                .asString();
        for (int n = 0; n < 60; n++) {
            assertThat(asked(token, n)).isEqualTo(200);
        }
        assertThat(asked(token, 60)).isEqualTo(429);
        assertThat(asked(token, 59)).isEqualTo(200);
        assertThat(get("/api/v1/audit?deed=number-asked&limit=1").body()).contains("+86•••••659");
    }

    private int asked(String token, int n) {
        String path = String.format(Locale.ROOT, "/api/v1/audit?subject=%%2B86139001396%02d", n);
        return send("GET", path, null, "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void faultsAreNamed() {
        assertThat(faults(get("/api/v1/audit?deed=nothing&page=x")))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("deed: 'nothing' is none of signed-in, sign-in-failed,"))
                .anyMatch(fault -> fault.startsWith("page: is no place"));
    }
}
