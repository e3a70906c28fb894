package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.calllog.CallLog;
import dev.quell.review.DailySamples;
import dev.quell.screening.CallScreened;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Samples of diverted calls and disputes over REST. */
class ReviewsTests extends RunningService {
    private static int numbers = 100;

    /** Another one each time: what is decided of one lasts. */
    private final String blocked = "+8613800139" + numbers++;

    @Autowired
    DailySamples samples;

    @Autowired
    CallLog log;

    @Autowired
    Tokens tokens;

    @BeforeEach
    void block() {
        post("/api/v1/blocklist", "{\"pattern\":\"" + blocked + "\",\"ttl\":\"24h\",\"reason\":\"silent\"}");
    }

    private HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
    }

    /** A call that was to be deterred, some days ago. */
    private CallScreened past(int days) throws Exception {
        CallScreened now = call(CallBuilder.aCall().from(blocked));
        CallScreened then = new CallScreened(
                CallBuilder.aCall()
                        .from(blocked)
                        .at(samples.last()
                                .minusDays(days - 1L)
                                .atTime(12, 0)
                                .atZone(ZoneId.systemDefault())
                                .toInstant()),
                new CallToken("abcdefghijklmnopqrstuvwxyz"),
                new CaseNumber("00420815"),
                now.verdict(),
                now.applied(),
                now.appliedBecause(),
                now.talkThreshold(),
                false,
                "",
                Duration.ofMillis(1));
        journal.screened(then).get(30, TimeUnit.SECONDS);
        return then;
    }

    private static List<String> ids(JsonNode sample) {
        return sample.valueStream().map(each -> each.at("/call/id").asString()).toList();
    }

    @Test
    void aSampleIsReadJudgedAndMeasured() throws Exception {
        CallId call = past(3).call().id();
        String day = samples.day(log.find(call).orElseThrow()).toString();

        JsonNode sample = json(get("/api/v1/reviews?day=" + day));
        assertThat(ids(sample)).contains(call.toString());
        assertThat(sample.get(0).has("judgement")).isFalse();

        HttpResponse<String> judged = put("/api/v1/reviews/" + call, "{\"judgement\":\"wrong\"}");
        assertThat(judged.statusCode()).as(judged.body()).isEqualTo(200);
        assertThat(json(judged).get("judgement").asString()).isEqualTo("WRONG");
        assertThat(json(judged).get("author").asString()).isEqualTo("api");
        assertThat(json(get("/api/v1/reviews/measured?days=3")).toString())
                .startsWith("{\"days\":3,\"decided\":1,\"wrong\":1,\"unsure\":0,\"share\":1.0,\"lower\":0.2");
        assertThat(json(get("/api/v1/reviews/measured?days=2")).toString())
                .isEqualTo(
                        "{\"days\":2,\"decided\":0,\"wrong\":0,\"unsure\":0,\"share\":0.0,\"lower\":0.0,\"upper\":1.0}");
        put("/api/v1/reviews/" + call, "{\"judgement\":\"right\"}");
        assertThat(json(get("/api/v1/reviews/measured?days=3")).get("wrong").asInt())
                .isZero();
        assertThat(get("/api/v1/audit?deed=call-reviewed").body()).contains("call " + call, "WRONG", "RIGHT");
    }

    @Test
    void whatNobodyDrewIsNotJudged() {
        CallScreened today = call(CallBuilder.aCall().from(blocked));

        assertProblem(
                put("/api/v1/reviews/" + today.call().id(), "{\"judgement\":\"right\"}"), 409, "in no day's sample");
        assertThat(faults(put("/api/v1/reviews/" + today.call().id(), "{\"judgement\":\"perhaps\"}")))
                .containsExactly("judgement: 'perhaps' is none of right, wrong, unsure");
        assertThat(faults(get("/api/v1/reviews?day=" + samples.last().plusDays(1))))
                .containsExactly("day: is no day that is over; the last one is " + samples.last());
        assertThat(faults(get("/api/v1/reviews?day=2026-02-30"))[0]).startsWith("day: is no day such as");
        assertProblem(put("/api/v1/reviews/00000000", "{\"judgement\":\"right\"}"), 404, "case number");
    }

    @Test
    void aDisputeIsDecidedForTheCallerAndAgainst() {
        CallScreened call = call(CallBuilder.aCall().from(blocked));
        String path = "/api/v1/disputes/" + call.caseNumber();
        assertThat(json(get(path)).has("judgement")).isFalse();

        JsonNode wrong = json(post(path + "/wrong", "{\"note\":\"a customer\"}"));
        assertThat(wrong.get("judgement").asString()).isEqualTo("WRONG");
        assertThat(wrong.get("note").asString()).isEqualTo("a customer");
        assertThat(json(get("/api/v1/blocklist?number=%2B" + blocked.substring(1))))
                .isEmpty();
        assertThat(json(get("/api/v1/allowlist?number=%2B" + blocked.substring(1)))
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("case " + call.caseNumber() + ": a customer");

        assertThat(json(post(path + "/right", "{}")).get("judgement").asString())
                .isEqualTo("RIGHT");
        assertThat(ids(json(get("/api/v1/disputes?limit=1"))))
                .containsExactly(call.call().id().toString());
        assertThat(faults(post("/api/v1/disputes/1234/right", "{}")))
                .containsExactly("case: is not a case number of 8 digits");
        assertProblem(get("/api/v1/disputes/00000000"), 404, "case number");
    }

    @Test
    void onlyWhoMayListTooDecidesForTheCaller() {
        CallScreened call = call(CallBuilder.aCall().from(blocked));
        String token = tokens.make(
                        "t", Set.of(Scope.FLAGS_WRITE), clock.instant().plus(Duration.ofHours(1)), "li")
                .text();
        String path = "/api/v1/disputes/" + call.caseNumber();

        assertThat(send(
                                "POST",
                                path + "/wrong",
                                "{}",
                                "Authorization",
                                "Bearer " + token,
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> right = send(
                "POST", path + "/right", "{}", "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).contains("+86•••••" + blocked.substring(11)).doesNotContain("138001391");
    }
}
