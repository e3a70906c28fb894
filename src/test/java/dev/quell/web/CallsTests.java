package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CallsTests extends RunningService {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Test
    void aCallIsFoundByIdAndByCaseNumber() {
        CallScreened call = call(CallBuilder.aCall().from("+8613900555001"));

        for (String reference :
                List.of(call.call().id().toString(), call.caseNumber().digits())) {
            JsonNode shown = json(get("/api/v1/calls/" + reference));
            assertThat(shown.get("id").asString()).isEqualTo(call.call().id().toString());
            assertThat(shown.get("caseNumber").asString())
                    .isEqualTo(call.caseNumber().digits());
            assertThat(shown.get("caller").asString()).isEqualTo("+8613900555001");
            assertThat(shown.get("verdict").get("action").asString()).isEqualTo("PASS");
            assertThat(shown.get("verdict").get("class").asString()).isEqualTo("NORMAL");
            assertThat(shown.get("answered").asString()).isEqualTo("PT0S");
            assertThat(shown.has("endedAt")).isFalse();
        }
    }

    @Test
    void theTokenOfACallIsNeverShown() {
        CallScreened call = call(CallBuilder.aCall());

        assertThat(get("/api/v1/calls/" + call.call().id()).body())
                .doesNotContain(call.token().value());
    }

    @Test
    void aCallIsExplainedAsTextAndAsJson() {
        CallScreened call = call(CallBuilder.aCall().from("+8613900139002"));
        String path = "/api/v1/calls/" + call.caseNumber() + "/explain";

        HttpResponse<String> text = get(path);
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(text.body()).contains("call      " + call.call().id() + ", case " + call.caseNumber());

        HttpResponse<String> asJson =
                send("GET", path, null, "Authorization", "Bearer " + TOKEN, "Accept", "application/json");
        assertThat(json(asJson).get("lines").get(0).asString()).startsWith("call ");
        assertThat(json(asJson).get("call").get("caller").asString()).isEqualTo("+8613900139002");

        assertThat(send("GET", path, null, "Authorization", "Bearer " + TOKEN, "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void aFilterIsAFileThatIsSafeInASpreadsheet() {
        CallScreened first = call(CallBuilder.aCall().from("+8613900139041").over("=1+1"));
        CallScreened second = call(CallBuilder.aCall().from("+8613900139041"));
        call(CallBuilder.aCall().from("+8613900139042"));

        HttpResponse<String> csv = get("/api/v1/calls?caller=13900139041&format=csv");

        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"calls-20[0-9]{2}-[0-9]{2}-[0-9]{2}\\.csv\"");
        assertThat(csv.headers().firstValue("ETag")).isEmpty();
        assertThat(csv.body().lines().toList()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("id,arrived,ended,caller,name,line,trunk,");
            assertThat(lines.get(1)).startsWith(second.call().id() + ",").contains("tel:+8613900139041");
            assertThat(lines.get(2)).startsWith(first.call().id() + ",").contains(",'=1+1,");
        });
        assertThat(send(
                                "GET",
                                "/api/v1/calls?caller=13900139041",
                                null,
                                "Authorization",
                                "Bearer " + TOKEN,
                                "Accept",
                                "text/csv")
                        .body())
                .isEqualTo(csv.body());
        assertThat(get("/api/v1/audit?deed=exported").body()).contains("calls as csv", "caller=13900139041");
    }

    @Test
    void aFileThatIsMisaskedIsAProblemAndNoFile() {
        assertThat(faults(send(
                        "GET",
                        "/api/v1/calls?class=rude",
                        null,
                        "Authorization",
                        "Bearer " + TOKEN,
                        "Accept",
                        "text/csv")))
                .singleElement()
                .asString()
                .startsWith("class: 'rude' is none of");
        assertThat(faults(get("/api/v1/calls?format=csv&limit=3")))
                .containsExactly("format: csv has no pages; leave page and limit out");
        assertThat(faults(get("/api/v1/calls?format=xml"))).containsExactly("format: 'xml' is none of json, csv");
        assertThat(json(get("/api/v1/calls?format=json&limit=1"))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void pagesLoseAndRepeatNoCall() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(
                    call(CallBuilder.aCall().from("+8613900139003")).call().id().toString());
        }
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/calls?caller=13900139003&limit=3";
        for (int pages = 0; !path.isEmpty(); pages++) {
            assertThat(pages).isLessThan(10);
            HttpResponse<String> page = get(path);
            assertThat(json(page).size()).isLessThanOrEqualTo(3);
            json(page).valueStream().forEach(call -> seen.add(call.get("id").asString()));
            Matcher next = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            path = next.matches() ? next.group(1) : "";
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void withheldCallersAreOneFilter() {
        String id = call(CallBuilder.aCall().from(new CallerNumber.Withheld()))
                .call()
                .id()
                .toString();

        assertThat(json(get("/api/v1/calls?caller=withheld"))
                        .valueStream()
                        .map(c -> c.get("id").asString()))
                .contains(id);
        assertThat(json(get("/api/v1/calls?caller=withheld&to=2020-01-01"))).isEmpty();
        assertThat(json(get("/api/v1/calls?caller=withheld&from=2020-01-01T00:00:00%2B08:00"))
                        .valueStream())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    limit=0           | limit: '0' is not a whole number between 1 and 1000
                    limit=1001        | limit: '1001' is not a whole number between 1 and 1000
                    limit=ten         | limit: 'ten' is not a whole number between 1 and 1000
                    limt=5            | 'limt': is not known; there are [action, agent, applied, caller, case, class, format, from, least-score, limit, line, most-score, outcome, page, to, trunk]
                    limit=5&limit=6   | 'limit': is given 2 times; once is enough
                    caller=abc        | caller: 'abc' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld
                    from=yesterday    | from: 'yesterday' is not a time; write 2026-11-22T08:30:00Z, an offset such as +08:00 in place of the Z, or a date
                    from=2026-13-01   | from: '2026-13-01' is not a time; write 2026-11-22T08:30:00Z, an offset such as +08:00 in place of the Z, or a date
                    from=2026-11-22&to=2026-11-22 | from: is not before to
                    class=loud        | class: 'loud' is none of normal, short_abandon, ring_once, silent_technical, silent, noise_or_playback, robocall, high_frequency, abusive, spoof_suspect, flood, callback_storm, protected
                    least-score=2     | least-score: '2' is not a number between 0 and 1, such as 0.85
                    least-score=0.9&most-score=0.8 | least-score: is above most-score
                    case=1234567      | case: '1234567' is not a case number of 8 digits
                    caller=138*       | caller: a prefix is + and 1 to 14 digits before the *, such as +86138*
                    page=2            | page: is no place in this list; take it from the Link header of the page before, as it is there
                    from=2026-11-22T08:00:00      | from: '2026-11-22T08:00:00' is not a time; write 2026-11-22T08:30:00Z, an offset such as +08:00 in place of the Z, or a date
                    """)
    void aQueryThatCannotBeIsRefusedWithWhatWouldBeRight(String query, String fault) {
        assertThat(faults(get("/api/v1/calls?" + query))).containsExactly(fault);
    }

    @Test
    void unknownCallsAreNotFound() {
        assertProblem(get("/api/v1/calls/pbx:1.1"), 404, "There is no call pbx:1.1 in the log");
        assertProblem(get("/api/v1/calls/00000000/explain"), 404, "No call has the case number 00000000");
    }

    @ParameterizedTest
    @CsvSource({"x", "1234567", "123456789", "pbx:", ":1.1", "pbx:%3Cscript%3E", "p%C3%BCx:1.1"})
    void whatIsNeitherIdNorCaseNumberIsSaidToBeNeither(String reference) {
        assertThat(faults(get("/api/v1/calls/" + reference)))
                .containsExactly(
                        "call: is neither an id such as pbx:1763800000.12 (server:linkedid) nor a case number of 8 digits");
    }
}
