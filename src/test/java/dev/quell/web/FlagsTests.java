package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.TalkReport;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flags.Destination;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.EndBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class FlagsTests extends RunningService {

    @Autowired
    FlagLedger ledger;

    @Autowired
    Tokens tokens;

    private HttpResponse<String> flag(CallScreened call, String reason, boolean move) {
        return post(
                "/api/v1/flags",
                "{\"call\":\"%s\",\"agent\":\"PJSIP/1001\",\"reason\":\"%s\",\"note\":\"again\",\"move\":%s}"
                        .formatted(call.call().id(), reason, move));
    }

    @Test
    void aFlagIsKeptListedAndTakenBackOnce() {
        CallScreened call = call(CallBuilder.aCall().from("+8613700137001"));

        HttpResponse<String> raised = flag(call, "abuse", false);

        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        assertThat(json(raised).get("destination").asString()).isEqualTo("DETER");
        assertThat(json(raised).has("moved")).isFalse();
        assertThat(json(raised).get("flag").get("caller").asString()).isEqualTo("+8613700137001");
        assertThat(json(raised).get("flag").get("agent").asString()).isEqualTo("api for PJSIP/1001");
        String id = json(raised).get("flag").get("id").asString();
        String list = "/api/v1/flags?call=" + call.caseNumber() + "&agent=PJSIP/1001";
        assertThat(json(get(list))).hasSize(1);
        assertThat(json(get(list + "2"))).isEmpty();
        assertThat(json(delete("/api/v1/flags/" + id + "?author=li")).has("undone"))
                .isTrue();
        assertProblem(delete("/api/v1/flags/" + id), 404, "no standing flag " + id);
        verifyNoInteractions(redirector);
    }

    @Test
    void whatAProgramSaysOfAPersonIsNotTakenForThatPersonsWord() {
        CallScreened call = call(CallBuilder.aCall().from("+8613700137009"));
        String body = "{\"call\":\"%s\",\"agent\":\"%s\",\"reason\":\"sales\"}";

        JsonNode named = json(post("/api/v1/flags", body.formatted(call.call().id(), "li.na")))
                .get("flag");
        JsonNode phone = json(post("/api/v1/flags", body.formatted(call.call().id(), "+8613700137010")))
                .get("flag");

        assertThat(named.get("agent").asString()).isEqualTo("api for li.na");
        assertThat(phone.get("agent").asString()).isEqualTo("api for +8613700137010");
        assertThat(get("/api/v1/audit?deed=flag-raised").body()).contains("api for li.na: SALES");
        String masked = tokens.make(
                        "t", Set.of(Scope.FLAGS_READ), clock.instant().plus(Duration.ofHours(1)), "li")
                .text();
        assertThat(send("GET", "/api/v1/flags?call=" + call.call().id(), null, "Authorization", "Bearer " + masked)
                        .body())
                .contains("api for +86•••••010")
                .doesNotContain("13700137010");
        assertThat(json(get("/api/v1/flags/agents"))
                        .valueStream()
                        .map(each -> each.get("agent").asString()))
                .contains("api for li.na")
                .doesNotContain("li.na");
    }

    @Test
    void theLinkHeaderLeadsThroughAllFlagsOfAnAgent() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            CallScreened call = call(CallBuilder.aCall());
            post(
                    "/api/v1/flags",
                    "{\"call\":\"%s\",\"agent\":\"PJSIP/1078\",\"reason\":\"sales\"}"
                            .formatted(call.call().id()));
            raised.addFirst(call.call().id().toString());
        }
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("/api/v1/flags?agent=PJSIP/1078&limit=2");
        while (next.isPresent()) {
            HttpResponse<String> page = get(next.get());
            json(page).valueStream().forEach(flag -> seen.add(flag.get("call").asString()));
            next = page.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
        }

        assertThat(seen).isEqualTo(raised);
        assertThat(faults(get("/api/v1/flags?page=x")))
                .containsExactly(
                        "page: is no place in this list; take it from the Link header of the page before, as it is there");
    }

    private String raised(String caller) {
        CallScreened call = call(CallBuilder.aCall().from(caller));
        assertThat(post(
                                "/api/v1/flags",
                                "{\"call\":\"%s\",\"agent\":\"PJSIP/1079\",\"reason\":\"sales\"}"
                                        .formatted(call.call().id()))
                        .statusCode())
                .isEqualTo(201);
        return call.call().id().toString();
    }

    private List<String> walked(String path) {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<String> page = get(next.get());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            json(page).valueStream().forEach(flag -> seen.add(flag.get("call").asString()));
            next = page.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
        }
        return seen;
    }

    @Test
    void flagsAreFoundByTheirCallerAndByABeginningPageByPage() {
        String first = raised("+8615100790001");
        String second = raised("+8615100790002");
        String again = raised("+8615100790001");
        String other = raised("+8615100780001");

        assertThat(walked("/api/v1/flags?caller=15100790001&limit=1")).containsExactly(again, first);
        assertThat(walked("/api/v1/flags?caller=%2B861510079*&limit=2")).containsExactly(again, second, first);
        assertThat(walked("/api/v1/flags?caller=+861510078*")).containsExactly(other);
        assertThat(faults(get("/api/v1/flags?caller=nobody")))
                .singleElement()
                .asString()
                .startsWith("caller: ");
        assertThat(faults(get("/api/v1/flags?caller=*")))
                .containsExactly("caller: a prefix is + and 1 to 14 digits before the *, such as +86138*");
    }

    @Test
    void whoSeesNumbersMaskedAsksForNoFinerBeginningAndEachNumberAskedForIsNoted() {
        raised("+8615100770377");
        String masked = tokens.make(
                        "t", Set.of(Scope.FLAGS_READ), clock.instant().plus(Duration.ofHours(1)), "li")
                .text();
        String finer = "/api/v1/flags?caller=%2B861510*";

        assertThat(faults(send("GET", finer, null, "Authorization", "Bearer " + masked)))
                .singleElement()
                .asString()
                .contains("finer than numbers are shown to you");
        assertThat(send("GET", "/api/v1/flags?caller=15100770377", null, "Authorization", "Bearer " + masked)
                        .body())
                .contains("+86•••••377");
        assertThat(get("/api/v1/audit?deed=number-asked").body()).contains("+86•••••377");
    }

    @Test
    void agentsStandInTheOrderOfTheirNamesWhateverTheirFlagsCount() {
        CallerNumber caller = new CallerNumber.E164("+8615100760001");
        ledger.flagged(caller, new CallId("pbx", "1763800760.1"), "PJSIP/1760", clock.instant());
        ledger.flagged(caller, new CallId("pbx", "1763800760.2"), "PJSIP/1761", clock.instant());
        ledger.refuted(caller, "PJSIP/1761");

        List<String> names = json(get("/api/v1/flags/agents?limit=1000"))
                .valueStream()
                .map(each -> each.get("agent").asString())
                .toList();

        assertThat(ledger.weight("PJSIP/1761")).isLessThan(ledger.weight("PJSIP/1760"));
        assertThat(names).contains("PJSIP/1760", "PJSIP/1761").isSorted();
    }

    @Test
    void theCallerOfALiveCallIsMovedByTheJournalsChannel() {
        CallScreened call = call(CallBuilder.aCall());
        when(redirector.move(call.call().id(), call.call().channel(), "PJSIP/1001", Destination.LISTEN))
                .thenReturn(Moved.MOVED);

        assertThat(json(flag(call, "silent", true)).get("moved").asString()).isEqualTo("MOVED");
        verify(redirector).move(call.call().id(), call.call().channel(), "PJSIP/1001", Destination.LISTEN);
    }

    @Test
    void theCallerOfAnEndedCallIsGone() {
        CallScreened call = call(CallBuilder.aCall());
        journal.concluded(new CallConcluded(
                        EndBuilder.anEnd().of(call).at(clock.instant()),
                        call.call().caller(),
                        "4001",
                        "carrier",
                        TalkReport.UNKNOWN,
                        CallOutcome.UNKNOWN,
                        "test",
                        Optional.of(call)))
                .join();

        assertThat(json(flag(call, "threat", true)).get("moved").asString()).isEqualTo("GONE");
        verifyNoInteractions(redirector);
    }

    @Test
    void aFailedMoveIsSaidAndTheFlagStands() {
        CallScreened call = call(CallBuilder.aCall());
        when(redirector.move(any(), any(), any(), any())).thenReturn(Moved.FAILED);

        HttpResponse<String> raised = flag(call, "prank", true);

        assertThat(raised.statusCode()).isEqualTo(201);
        assertThat(json(raised).get("moved").asString()).isEqualTo("FAILED");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(post(
                        "/api/v1/flags",
                        "{\"agent\":\"PJSIP/1 0\",\"reason\":\"rude\",\"move\":\"maybe\",\"note\":\"" + "n".repeat(501)
                                + "\"}")))
                .containsExactly(
                        "call: is missing; it takes a call's id or case number",
                        "agent: 'PJSIP/1 0' is not an agent's interface such as PJSIP/1001",
                        "reason: 'rude' is none of unspecified, abuse, prank, silent, sales, threat",
                        "note: is longer than 500 characters",
                        "move: 'maybe' is neither true nor false");
    }

    @ParameterizedTest
    @CsvSource({"pbx:9.9, 404", "12345678, 404", "nonsense, 400"})
    void aFlagNeedsACallOfTheLog(String call, int status) {
        assertThat(post("/api/v1/flags", "{\"call\":\"" + call + "\",\"agent\":\"a\",\"reason\":\"abuse\"}")
                        .statusCode())
                .isEqualTo(status);
    }
}
