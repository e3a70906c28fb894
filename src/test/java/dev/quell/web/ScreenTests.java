package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Screening for switches other than Asterisk, over REST. */
@TestPropertySource(
        properties = {
            "quell.screening.mode=enforce",
            "quell.screening.holdout=0",
            "quell.call.lines.crisis.numbers=12355",
            "quell.call.lines.crisis.profile=protected"
        })
class ScreenTests extends RunningService {

    @Autowired
    CallLog log;

    private JsonNode screen(String body) {
        HttpResponse<String> answer = post("/api/v1/screen", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode screen(String call, String caller) {
        return screen(
                "{\"call\":\"" + call + "\",\"switch\":\"fs1\",\"caller\":\"" + caller
                        + "\",\"line\":\"4001\",\"trunk\":\"carrier\",\"headers\":{\"From\":\"<sip:x@example.net>\",\"user-agent\":\"Phone/1.0\"}}");
    }

    private void block(String number) {
        assertThat(post(
                                "/api/v1/blocklist",
                                "{\"pattern\":\"" + number + "\",\"ttl\":\"1h\",\"reason\":\"silent calls\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private LoggedCall logged(String linkedId) {
        return log.find(new CallId("fs1", linkedId)).orElseThrow();
    }

    @Test
    void aCallThatNothingSpeaksAgainstPassesAndIsInTheLog() {
        JsonNode answer = screen("s-1", "13800138101");

        assertThat(answer.get("action").asString()).isEqualTo("PASS");
        assertThat(answer.get("unscreened").asBoolean()).isFalse();
        assertThat(answer.get("call").asString()).isEqualTo("fs1:s-1");
        assertThat(answer.get("end").asString()).isEqualTo("/api/v1/screen/fs1:s-1/end");
        assertThat(answer.has("treatment")).isFalse();
        LoggedCall call = logged("s-1");
        assertThat(call.caller().toString()).isEqualTo("+8613800138101");
        assertThat(call.trunk()).isEqualTo("carrier");
        assertThat(call.fingerprint()).isEqualTo("example.net|Phone/1.0|");
    }

    @Test
    void aBlockedCallerIsDeterredWithWhatTheSwitchIsToDo() {
        block("13800138102");

        JsonNode answer = screen("s-2", "13800138102");

        assertThat(answer.get("action").asString()).isEqualTo("DETER");
        assertThat(answer.get("reason").asString()).isNotBlank();
        assertThat(answer.get("caseNumber").asString()).matches("[0-9]{8}");
        JsonNode treatment = answer.get("treatment");
        assertThat(treatment.get("answer").asBoolean()).isTrue();
        assertThat(treatment.get("atMost").asDouble()).isEqualTo(120);
        assertThat(treatment.get("heard").asString()).isEqualTo("redress");
        assertThat(treatment.get("silent").asString()).isEqualTo("release");
    }

    @Test
    void theReasonIsInTheReadersLanguage() {
        block("13800138103");
        String body = "{\"call\":\"s-3\",\"caller\":\"13800138103\"}";

        HttpResponse<String> answer =
                send("POST", "/api/v1/screen", body, "Authorization", "Bearer " + TOKEN, "Accept-Language", "zh");

        assertThat(json(answer).get("reason").asString()).containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void theSameCallAgainGetsTheSameVerdict() {
        JsonNode first = screen("s-4", "13800138104");
        block("13800138104");
        JsonNode again = screen("s-4", "13800138104");
        JsonNode other = screen("s-5", "13800138104");

        assertThat(first.get("again").asBoolean()).isFalse();
        assertThat(again.get("again").asBoolean()).isTrue();
        assertThat(again.get("action").asString()).isEqualTo("PASS");
        assertThat(again.get("caseNumber")).isEqualTo(first.get("caseNumber"));
        assertThat(other.get("action").asString()).isEqualTo("DETER");
    }

    @Test
    void anIdIsNoTicketForAnotherNumber() {
        JsonNode first = screen("s-10", "13800138110");
        block("13800138111");

        JsonNode other = screen("s-10", "13800138111");
        JsonNode repeated = screen("s-10", "13800138111");

        assertThat(other.get("action").asString()).isEqualTo("DETER");
        assertThat(other.get("again").asBoolean()).isFalse();
        String id = other.get("call").asString();
        assertThat(id).matches("fs1:s-10\\.[0-9a-f]{32}");
        assertThat(other.get("end").asString()).isEqualTo("/api/v1/screen/" + id + "/end");
        assertThat(repeated.get("call").asString()).isEqualTo(id);
        assertThat(repeated.get("again").asBoolean()).isTrue();
        assertThat(logged("s-10").caller().toString()).isEqualTo("+8613800138110");
        assertThat(log.find(CallId.parse(id)).orElseThrow().caller().toString()).isEqualTo("+8613800138111");
        assertThat(first.get("caseNumber")).isNotEqualTo(other.get("caseNumber"));
    }

    @Test
    void anIdWhoseCallHasEndedIsAnotherCalls() {
        screen("s-11", "13800138112");
        assertThat(post("/api/v1/screen/fs1:s-11/end", "{\"answered\":\"5s\"}").statusCode())
                .isEqualTo(200);

        JsonNode next = screen("s-11", "13800138112");

        assertThat(next.get("again").asBoolean()).isFalse();
        assertThat(next.get("call").asString()).matches("fs1:s-11\\.[0-9a-f]{32}");
    }

    @Test
    void theNameOfAnAsteriskIsNoOtherSwitchs() {
        call(CallBuilder.aCall().id("1763800000.9001"));

        JsonNode answer = screen("{\"call\":\"x\",\"switch\":\"pbx\",\"caller\":\"13800138113\"}");

        assertThat(answer.get("unscreened").asBoolean()).isTrue();
        assertThat(answer.get("faults").get(0).get("field").asString()).isEqualTo("switch");
        assertThat(log.find(new CallId("pbx", "x"))).isEmpty();
    }

    private String token(String name) {
        return json(post("/api/v1/tokens", "{\"name\":\"" + name + "\",\"scopes\":\"screen\",\"ttl\":\"1h\"}"))
                .get("token")
                .asString();
    }

    @Test
    void aCallerWhoAsksForPrivacyIsWithheld() {
        screen(
                "{\"call\":\"s-6\",\"switch\":\"fs1\",\"caller\":\"13800138106\",\"headers\":{\"Privacy\":\"id;critical\"}}");

        assertThat(logged("s-6").caller().toString()).isEqualTo("withheld");
    }

    @Test
    void whatACallerChoseIsFilteredAndNoFault() {
        JsonNode answer = screen(
                "{\"call\":\"a@b.example\",\"switch\":\"fs1\",\"caller\":\"=cmd|' /C calc'!A0\",\"name\":\"\\u202e\\u0007<script>\","
                        + "\"line\":\"4001\\r\\nX: y\",\"trunk\":\"t t\",\"headers\":{\"User-Agent\":\"\\u0000<b>\",\"From\":\"\\\"x\\\" <sip:a@[evil]>\",\"X\":1}}");

        assertThat(answer.get("unscreened").asBoolean()).isFalse();
        String id = answer.get("call").asString();
        LoggedCall call = log.find(CallId.parse(id)).orElseThrow();
        assertThat(call.line()).isEqualTo("4001X:y");
        assertThat(call.name()).isEqualTo("<script>");
        assertThat(call.caller().key()).startsWith("x:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"call\":\"\"}",
                "{\"call\":\"x\",\"who\":\"me\"}",
                "{\"call\":\"x\",\"attestation\":\"z\"}",
                "{\"call\":{\"a\":1}}"
            })
    void aRequestThatCannotBeReadPassesAndSaysWhy(String body) {
        JsonNode answer = screen(body);

        assertThat(answer.get("action").asString()).isEqualTo("PASS");
        assertThat(answer.get("unscreened").asBoolean()).isTrue();
        assertThat(answer.get("faults")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "application/json"})
    void theBodyIsJsonWhateverItsTypeSays(String type) {
        HttpResponse<String> answer = send(
                "POST",
                "/api/v1/screen",
                "{\"call\":\"t-1\",\"switch\":\"fs1\"}",
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                type);

        assertThat(json(answer).get("call").asString()).isEqualTo("fs1:t-1");
    }

    @Test
    void itNeedsAScopeOfItsOwn() {
        String token = json(post("/api/v1/tokens", "{\"name\":\"switch\",\"scopes\":\"screen\",\"ttl\":\"1h\"}"))
                .get("token")
                .asString();
        String other = json(post(
                        "/api/v1/tokens", "{\"name\":\"crm\",\"scopes\":\"calls:read lists:write\",\"ttl\":\"1h\"}"))
                .get("token")
                .asString();

        assertThat(send("POST", "/api/v1/screen", "{\"call\":\"s-7\"}", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/v1/screen", "{\"call\":\"s-8\"}", "Authorization", "Bearer " + other)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/v1/screen", "{\"call\":\"s-9\"}").statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/api/v1/screen/fs1:s-7/end", "{}", "Authorization", "Bearer " + other)
                        .statusCode())
                .isEqualTo(403);
    }

    @Nested
    class Ends {

        private HttpResponse<String> end(String call, String body) {
            return post("/api/v1/screen/" + call + "/end", body);
        }

        @Test
        void anEndIsKeptWithTheVerdictItBelongsTo() {
            screen("e-1", "13800138201");

            HttpResponse<String> answer = end(
                    "fs1:e-1",
                    "{\"answered\":95,\"withAgent\":\"90s\",\"speech\":\"20s\",\"packets\":4500,\"side\":\"caller\",\"cause\":16,\"agent\":\"1001\",\"queue\":\"sales\"}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("kept").asBoolean()).isTrue();
            LoggedCall call = logged("e-1");
            assertThat(call.outcome().name()).isEqualTo("GOOD_TALK");
            assertThat(call.way()).hasToString("[PASS]");
            assertThat(call.agent()).isEqualTo("1001");
            assertThat(call.verdict()).isPresent();
        }

        @Test
        void aSilentCallIsOneOnlyIfTheSwitchListened() {
            screen("e-2", "13800138202");
            screen("e-3", "13800138202");
            end("fs1:e-2", "{\"answered\":\"30s\",\"withAgent\":\"30s\",\"packets\":\"1500\",\"speech\":\"0s\"}");
            end("fs1:e-3", "{\"answered\":\"30s\",\"withAgent\":\"30s\",\"packets\":\"1500\"}");

            assertThat(logged("e-2").outcome().name()).isEqualTo("SILENT");
            assertThat(logged("e-3").outcome().name()).isEqualTo("UNKNOWN");
        }

        @Test
        void theOutcomeOfATreatmentFollowsItsAction() {
            block("13800138204");
            screen("e-4", "13800138204");
            end("fs1:e-4", "{\"outcome\":\"key redress\",\"answered\":\"12s\"}");

            assertThat(logged("e-4").way()).hasToString("[DETER, KEY, REDRESS]");
            assertThat(logged("e-4").outcome().name()).isEqualTo("SPOKE");
        }

        @Test
        void anEndToldTwiceChangesNothing() {
            screen("e-5", "13800138205");
            end("fs1:e-5", "{\"answered\":\"95s\",\"withAgent\":\"90s\",\"speech\":\"20s\"}");

            assertThat(end("fs1:e-5", "{\"answered\":\"0s\"}").statusCode()).isEqualTo(200);
            assertThat(logged("e-5").outcome().name()).isEqualTo("GOOD_TALK");
        }

        @Test
        void aCallThatWasNeverScreenedIsKeptIfItsCallerIsTold() {
            assertProblem(end("fs1:e-6", "{}"), 404, "No call of this id was screened here");
            assertThat(end(
                                    "fs1:e-7",
                                    "{\"caller\":\"13800138207\",\"line\":\"4001\",\"trunk\":\"carrier\",\"answered\":\"5s\"}")
                            .statusCode())
                    .isEqualTo(200);

            assertThat(logged("e-7").way()).hasToString("[UNSCREENED_FAILED]");
            assertThat(logged("e-7").caller().toString()).isEqualTo("+8613800138207");
        }

        @Test
        void anAsterisksCallIsNotEndedOverRest() {
            CallScreened call = call(CallBuilder.aCall());

            assertProblem(
                    end(call.call().id().toString(), "{\"outcome\":\"release\",\"packets\":1}"),
                    403,
                    "This is a call of an Asterisk");
            assertProblem(
                    end("pbx:1763800000.9002", "{\"caller\":\"13800138209\"}"), 403, "This is a call of an Asterisk");
            assertThat(journal.hasEnded(call.call().id())).isFalse();
        }

        @Test
        void aCallIsEndedByTheTokenThatAskedAboutIt() {
            String own = "Bearer " + token("fs-own");
            String other = "Bearer " + token("fs-other");
            send("POST", "/api/v1/screen", "{\"call\":\"e-9\",\"switch\":\"fs1\"}", "Authorization", own);
            String end = "/api/v1/screen/fs1:e-9/end";

            assertProblem(send("POST", end, "{}", "Authorization", other), 403, "asked about with another token");
            assertProblem(end("fs1:e-9", "{}"), 403, "asked about with another token");
            assertThat(journal.hasEnded(new CallId("fs1", "e-9"))).isFalse();
            assertThat(send("POST", end, "{}", "Authorization", own).statusCode())
                    .isEqualTo(200);
            assertThat(journal.hasEnded(new CallId("fs1", "e-9"))).isTrue();
        }

        @Test
        void ofACallThatWasNeverScreenedNothingIsHeldAgainstAnybody() {
            end(
                    "fs1:e-10",
                    "{\"caller\":\"13800138210\",\"outcome\":\"release\",\"answered\":\"21s\",\"packets\":1050,\"speech\":0}");
            end("fs1:e-11", "{\"caller\":\"13800138210\",\"answered\":\"21s\",\"packets\":0}");

            assertThat(logged("e-10").outcome().name()).isEqualTo("UNKNOWN");
            assertThat(logged("e-11").outcome().name()).isEqualTo("UNKNOWN");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        {"outcome":"vanished"}  | outcome: 'vanished' is none of pass, tag,
                        {"answered":"long"}     | answered: 'long' is not a length of time
                        {"answered":"11d"}      | answered: is longer than 10d
                        {"cause":1000}          | cause: '1000' is not a whole number between 0 and 999
                        {"outcome":"flag"}      | outcome: 'flag' is none of pass, tag,
                        {"side":"me"}           | side: 'me' is none of caller, other, unknown
                        {"token":"x"}           | 'token': is not known; there are
                        """)
        void faultsAreNamed(String body, String fault) {
            screen("e-8", "13800138208");

            assertThat(faults(end("fs1:e-8", body))).singleElement().asString().startsWith(fault);
        }
    }

    @Test
    void nobodyIsReleasedByAMachineOnAProtectedLine() {
        JsonNode answer = screen("{\"call\":\"p-1\",\"switch\":\"fs1\",\"caller\":\"13800138301\",\"line\":\"12355\"}");

        assertThat(answer.get("protectedLine").asBoolean()).isTrue();
        assertThat(List.of("PASS", "TAG", "LISTEN"))
                .contains(answer.get("action").asString());
    }
}
