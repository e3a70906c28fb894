package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One source whole, top sources, campaigns and hours over REST. */
class OneSourceTests extends RunningService {
    private static final String NUMBER = "+8613800137041";

    private JsonNode source(String number) {
        return json(get("/api/v1/sources/%2B" + number.substring(1)));
    }

    @Test
    void aSourceIsToldWhole() {
        post("/api/v1/blocklist", "{\"pattern\":\"" + NUMBER + "\",\"ttl\":\"1d\",\"reason\":\"prank\"}");
        CallScreened call = call(CallBuilder.aCall().from(NUMBER));
        call(CallBuilder.aCall().from("+8613800137042"));
        await().until(() -> source(NUMBER).get("calls").asInt() == 1
                && !source(NUMBER).get("neighbours").isEmpty());

        JsonNode source = source(NUMBER);
        assertThat(source.get("source").asString()).isEqualTo(NUMBER);
        assertThat(source.get("region").asString()).isEqualTo("Beijing");
        assertThat(source.get("first")).isEqualTo(source.get("last"));
        assertThat(source.at("/outcomes/UNKNOWN").asInt()).isEqualTo(1);
        assertThat(source.at("/trunks/" + call.call().trunk()).asInt()).isEqualTo(1);
        assertThat(source.get("heat")).hasSize(1);
        assertThat(source.at("/days/0/calls").asInt()).isEqualTo(1);
        assertThat(source.at("/entries/0/state").asString()).isEqualTo("ACTIVE");
        assertThat(source.at("/entries/0/entry/reason").asString()).isEqualTo("prank");
        assertThat(source.at("/followed/0/calls").asInt()).isEqualTo(1);
        assertThat(source.at("/neighbours/0/source").asString()).isEqualTo("+8613800137042");
        HttpResponse<String> chinese = send(
                "GET",
                "/api/v1/sources/13800137041",
                null,
                "Authorization",
                "Bearer " + TOKEN,
                "Accept-Language",
                "zh");
        assertThat(json(chinese).get("region").asString()).isEqualTo("北京市");
    }

    @Test
    void topSourcesAndHoursAreCounted() {
        call(CallBuilder.aCall().from("+8613800147051"));
        call(CallBuilder.aCall().from("+8613800147051"));
        call(CallBuilder.aCall().from("+8613800147052"));
        String path = "/api/v1/sources/top?by=calls&prefix=%2B86138001470*&limit=";
        await().until(() -> json(get(path + 9)).size() == 2);

        JsonNode top = json(get(path + 1));
        assertThat(top).hasSize(1);
        assertThat(top.at("/0/source").asString()).isEqualTo("+8613800147051");
        assertThat(top.at("/0/calls").asInt()).isEqualTo(2);
        assertThat(top.at("/0/nuisance").asInt()).isZero();
        assertThat(json(get("/api/v1/counts"))
                        .valueStream()
                        .mapToInt(hour -> hour.get("calls").asInt())
                        .sum())
                .isGreaterThanOrEqualTo(3);
        assertThat(json(get("/api/v1/counts?by=trunk"))
                        .valueStream()
                        .map(hour -> hour.get("word").asString()))
                .contains("carrier");
        assertThat(get("/api/v1/sources/campaigns").body()).startsWith("[").doesNotContain("+86138001470");
    }

    @Test
    void faultsAreToldWithWhatWouldBeRight() {
        assertThat(faults(get("/api/v1/sources/x?from=2026-01-01&to=2027-02-01")))
                .contains("from: is more than 366 days before to")
                .hasSize(2);
        assertThat(faults(get("/api/v1/sources/top?by=x&prefix=138&limit=0"))).hasSize(3);
        assertThat(faults(get("/api/v1/sources/campaigns?from=2026-02-01&to=2026-01-01")))
                .containsExactly("from: is not before to");
        assertThat(faults(get("/api/v1/counts?from=2026-01-01&to=2026-11-01")))
                .containsExactly("from: is not before to, or more than 92 days before it");
    }
}
