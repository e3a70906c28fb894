package dev.quell.web;

import static dev.quell.testing.CallBuilder.aCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Symbol;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.screening.CallScreened;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class KnownCallersTests extends RunningService {

    private static final String PATH = "/api/v1/known-callers";

    @Autowired
    Flags flags;

    private HttpResponse<String> put(String number, String body) {
        return send(
                "PUT",
                PATH + "/" + number,
                body,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    private HttpResponse<String> csv(String text) {
        return send(
                "POST",
                PATH + "/import?author=li",
                text,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "text/csv");
    }

    @Test
    void customerIsMadeKnownShownScreenedAsOneAndTakenBack() {
        assertProblem(get(PATH + "/13800558101"), 404, "The site does not know +8613800558101");
        Instant before = clock.instant();
        JsonNode made = json(put("13800558101", "{\"kind\":\"customer\",\"ttl\":\"30d\",\"author\":\"li\"}"));

        assertThat(made).hasSize(1);
        assertThat(made.get(0).get("number").asString()).isEqualTo("+8613800558101");
        assertThat(made.get(0).get("kind").asString()).isEqualTo("CUSTOMER");
        assertThat(made.get(0).get("origin").asString()).isEqualTo("API");
        assertThat(made.get(0).get("author").asString()).isEqualTo("api");
        assertThat(Instant.parse(made.get(0).get("until").asString()))
                .isBetween(
                        before.plus(Duration.ofDays(30)).minusMillis(1),
                        clock.instant().plus(Duration.ofDays(30)));
        CallScreened screened =
                call(aCall().from(new CallerNumber.E164("+8613800558101")).id("1763800001.101"));
        assertThat(screened.verdict().symbols()).extracting(Symbol::name).contains("KNOWN_CUSTOMER");

        assertThat(delete(PATH + "/13800558101?kind=dialled").statusCode()).isEqualTo(404);
        assertThat(json(delete(PATH + "/13800558101"))).hasSize(1);
        assertThat(delete(PATH + "/13800558101").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeIsToldFieldByField() {
        assertThat(faults(put("withheld", "{\"kind\":\"vip\",\"until\":\"2020-01-01\"}")))
                .anyMatch(fault -> fault.startsWith("number: is not a possible number"))
                .contains("kind: 'vip' is none of customer, open_ticket, dialled");
        assertThat(faults(put("13800558102", "{\"kind\":\"customer\",\"until\":\"2020-01-01\"}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("until: is past: it is now "));
        assertThat(faults(put("13800558102", "{\"kind\":\"dialled\",\"ttl\":\"8d\"}")))
                .containsExactly(
                        "ttl: is too far off: a dialled number is known for 7d at most (quell.known-callers.dialled-for)");
        assertThat(faults(put("13800558102", "{}")))
                .containsExactly("kind: is missing; it takes customer, open_ticket or dialled");
    }

    @Test
    void importKeepsGoodLinesAndTellsTheOthersByNumber() {
        JsonNode done = json(csv("number,kind,until\n13800558111,open_ticket\nnobody,customer\n13800558112\n"));

        assertThat(done.get("lines").asInt()).isEqualTo(3);
        assertThat(done.get("kept").asInt()).isEqualTo(2);
        assertThat(done.get("rejected")).hasSize(1);
        assertThat(done.get("rejected").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(done.get("rejected").get(0).get("fault").asString()).startsWith("the number 'nobody' is not");
        assertThat(json(get(PATH + "/13800558111")).get(0).get("author").asString())
                .isEqualTo("api");
    }

    @Test
    void pagesLeadOnByTheirLink() {
        csv("13800138121\n13800138122,open_ticket\n13800138122\n13800138123\n");

        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(PATH + "?limit=2");
        while (next.isPresent()) {
            HttpResponse<String> page = get(next.get());
            json(page).valueStream().forEach(one -> seen.add(one.get("number").asString()));
            next = page.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
        }

        assertThat(seen)
                .containsSubsequence("+8613800138121", "+8613800138122", "+8613800138122", "+8613800138123")
                .isSorted();
        assertThat(json(get(PATH + "?kind=open_ticket"))
                        .valueStream()
                        .map(one -> one.get("number").asString()))
                .contains("+8613800138122")
                .doesNotContain("+8613800138121", "+8613800138123");
    }

    @Test
    void agentWhoseFlagSomebodyElseTookBackCountsLess() {
        CallScreened screened =
                call(aCall().from(new CallerNumber.E164("+8613800138131")).id("1763800001.131"));
        flags.flag(screened.call().id(), screened.call().caller(), "PJSIP/1077", FlagReason.ABUSE, "");
        JsonNode flag = json(get("/api/v1/flags?agent=PJSIP/1077")).get(0);
        delete("/api/v1/flags/" + flag.get("id").asString() + "?author=supervisor");

        JsonNode agent = json(get("/api/v1/flags/agents"))
                .valueStream()
                .filter(one -> one.get("agent").asString().equals("PJSIP/1077"))
                .findFirst()
                .orElseThrow();

        assertThat(agent.get("failed").asInt()).isEqualTo(1);
        assertThat(agent.get("held").asInt()).isZero();
        assertThat(agent.get("weight").asDouble()).isBetween(0.76, 0.78);
    }
}
