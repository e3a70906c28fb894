package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.screening.CallScreened;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What goes on now, numbers shown whole for a reason, and lists as files, over REST. */
class NowTests extends RunningService {

    @Autowired
    Tokens tokens;

    private HttpResponse<String> as(Scope scope, String method, String path, String body) {
        String token = tokens.make("t", Set.of(scope), clock.instant().plus(Duration.ofHours(1)), "li")
                .text();
        return send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    @Test
    void callsThatLiveAreSeenWithModeAndFloor() {
        CallScreened call = call(CallBuilder.aCall().from("+8613800137061"));

        JsonNode now = json(get("/api/v1/now"));
        assertThat(now.get("mode").asString()).isEqualTo("observe");
        assertThat(now.at("/floor/tripped").asBoolean()).isFalse();
        assertThat(now.get("calls").properties()).isNotEmpty();
        assertThat(now.get("verdicts")).isNotEmpty();
        JsonNode calls = json(get("/api/v1/now/calls"));
        JsonNode living = calls.valueStream()
                .filter(each ->
                        each.get("id").asString().equals(call.call().id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(living.get("caller").asString()).isEqualTo("+8613800137061");
        assertThat(living.get("applied").asString()).isEqualTo("PASS");
        assertThat(json(get("/api/v1/now/calls?agent=PJSIP/none"))).isEmpty();
        assertThat(faults(get("/api/v1/now/calls?limit=1001"))).hasSize(1);
    }

    @Test
    void aNumberIsToldWholeForAReasonThatIsKept() {
        CallScreened call = call(CallBuilder.aCall().from("+8613800137062"));
        String body = "{\"call\":\"" + call.caseNumber() + "\",\"reason\":\"police file 118\"}";

        assertThat(json(as(Scope.REVEAL, "POST", "/api/v1/unmask", body))
                        .get("number")
                        .asString())
                .isEqualTo("+8613800137062");
        assertThat(as(Scope.FLAGS_WRITE, "POST", "/api/v1/unmask", body).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/audit?deed=unmasked").body())
                .contains("call " + call.call().id(), "police file 118", "token:");

        HttpResponse<String> entry =
                post("/api/v1/blocklist", "{\"pattern\":\"13800137063\",\"ttl\":\"1d\",\"reason\":\"x\"}");
        String id = json(entry).get("id").asString();
        assertThat(json(post("/api/v1/unmask", "{\"list\":\"block\",\"entry\":\"" + id + "\",\"reason\":\"y\"}"))
                        .get("number")
                        .asString())
                .isEqualTo("+8613800137063");
        assertProblem(
                post("/api/v1/unmask", "{\"list\":\"allow\",\"entry\":\"" + id + "\",\"reason\":\"y\"}"),
                404,
                "no active");
        assertThat(faults(post("/api/v1/unmask", "{}")))
                .containsExactly(
                        "reason: is missing; it takes 1 to 200 characters that say why",
                        "call: or list and entry say which number; one of the two is needed");
    }

    @Test
    void aListIsAFileThatIsSafeInASpreadsheet() {
        post("/api/v1/allowlist", "{\"pattern\":\"13800137064\",\"reason\":\"=1+1\"}");

        HttpResponse<String> csv = get("/api/v1/allowlist/export");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body())
                .startsWith("pattern,kind,reason,expires,author,origin,made\r\n")
                .contains("'+8613800137064,allow,'=1+1,,api,manual,20");
        assertThat(as(Scope.FLAGS_READ, "GET", "/api/v1/allowlist/export", null).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/audit?deed=exported").body()).contains("allowlist");
    }

    @Test
    void flagsAreFilteredByReasonAndByWhetherTheyStand() {
        CallScreened call = call(CallBuilder.aCall().from("+8613800137065"));
        HttpResponse<String> raised = post(
                "/api/v1/flags",
                "{\"call\":\"" + call.call().id() + "\",\"agent\":\"PJSIP/1099\",\"reason\":\"prank\"}");
        String list = "/api/v1/flags?agent=PJSIP/1099&reason=";

        assertThat(json(get(list + "prank&standing=true"))).hasSize(1);
        assertThat(json(get(list + "sales"))).isEmpty();
        assertThat(json(get(list + "prank&to=2020-01-01"))).isEmpty();
        delete("/api/v1/flags/" + json(raised).at("/flag/id").asString());
        assertThat(json(get(list + "prank&standing=true"))).isEmpty();
        assertThat(json(get(list + "prank&standing=false"))).hasSize(1);
        assertThat(faults(get(list + "x&standing=perhaps"))).hasSize(2);
    }
}
