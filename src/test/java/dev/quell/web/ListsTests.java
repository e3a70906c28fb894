package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ListsTests extends RunningService {
    private String add(String list, String pattern) {
        HttpResponse<String> made = post(
                "/api/v1/" + list,
                "{\"pattern\":\"" + pattern
                        + "\",\"ttl\":\"24h\",\"reason\":\"three silent calls\",\"author\":\"li\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void anEntryIsMadeShownFoundAndRemovedWithAReason() {
        Instant before = clock.instant();
        String location = add("blocklist", "13800138001");

        JsonNode entry = json(get(location));
        assertThat(entry.get("pattern").asString()).isEqualTo("+8613800138001");
        assertThat(entry.get("list").asString()).isEqualTo("BLOCK");
        assertThat(entry.get("reason").asString()).isEqualTo("three silent calls");
        assertThat(entry.get("author").asString()).isEqualTo("api");
        assertThat(entry.get("origin").asString()).isEqualTo("MANUAL");
        assertThat(Instant.parse(entry.get("expires").asString()))
                .isBetween(
                        before.plus(Duration.ofHours(24)).minusMillis(1),
                        clock.instant().plus(Duration.ofHours(24)));
        assertThat(json(get("/api/v1/blocklist?number=+86%20138%200013%208001&author=api&origin=manual")))
                .hasSize(1);
        assertThat(json(get("/api/v1/blocklist?number=13800138001&author=li"))).isEmpty();
        assertThat(json(get("/api/v1/allowlist?number=13800138001"))).isEmpty();

        assertThat(faults(delete(location)))
                .containsExactly("reason: is missing; it takes 1 to 200 characters that say why");
        assertThat(delete(location + "?reason=complaint%20upheld").statusCode()).isEqualTo(200);
        assertProblem(get(location), 404, "has no active entry");
        assertProblem(delete(location + "?reason=again"), 404, "has no active entry");
    }

    @Test
    void whatAnEntryDecidedIsCountedAndShown() {
        CallScreened before = call(CallBuilder.aCall().from("+8613800138031"));
        String location = add("blocklist", "13800138031");
        assertThat(json(get(location + "/hits")).get("hits").asInt()).isZero();
        assertThat(json(get(location + "/hits")).has("last")).isFalse();

        CallScreened first = call(CallBuilder.aCall().from("+8613800138031"));
        CallScreened second = call(CallBuilder.aCall().from("+8613800138031"));
        call(CallBuilder.aCall().from("+8613800138032"));

        JsonNode hits = json(get(location + "/hits"));
        assertThat(hits.get("hits").asInt()).isEqualTo(2);
        assertThat(hits.get("more").asBoolean()).isFalse();
        assertThat(Instant.parse(hits.get("last").asString()).toEpochMilli())
                .isEqualTo(second.call().arrivedAt().toEpochMilli());
        assertThat(json(get(location + "/calls"))
                        .valueStream()
                        .map(call -> call.get("id").asString()))
                .containsExactly(
                        second.call().id().toString(), first.call().id().toString())
                .doesNotContain(before.call().id().toString());
        assertProblem(get(location.replace("blocklist", "allowlist") + "/hits"), 404, "has no active entry");
        assertThat(faults(get("/api/v1/blocklist/x/calls"))).hasSize(1);
    }

    @Test
    void anEntryOfOneListIsNotOnTheOther() {
        String location = add("allowlist", "+8613800138002");

        assertThat(get(location.replace("allowlist", "blocklist")).statusCode()).isEqualTo(404);
        assertThat(delete(location.replace("allowlist", "blocklist") + "?reason=x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(location).statusCode()).isEqualTo(200);
    }

    @Test
    void anAllowEntryMayStandForGood() {
        HttpResponse<String> made =
                post("/api/v1/allowlist", "{\"pattern\":\"+8613800138003\",\"reason\":\"customer\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).has("expires")).isFalse();
        assertThat(json(made).get("author").asString()).isEqualTo("api");
    }

    @Test
    void aPrefixMeansAllThatBeginsWithIt() {
        add("blocklist", "+44 7700*");

        assertThat(json(get("/api/v1/blocklist?number=%2B447700900123"))).hasSize(1);
    }

    @Test
    void aPreviewTellsWhatAnEntryWouldMeanAndMakesNone() {
        call(CallBuilder.aCall().from("+8613800778004"));
        call(CallBuilder.aCall().from("+8613800778005"));
        add("allowlist", "+8613800778005");

        JsonNode preview = json(post(
                "/api/v1/blocklist/preview", "{\"pattern\":\"+861380077800*\",\"ttl\":\"7d\",\"reason\":\"range\"}"));

        assertThat(preview.get("calls").asInt()).isEqualTo(2);
        assertThat(preview.get("callers").asInt()).isEqualTo(2);
        assertThat(preview.get("goodTalks").asInt()).isZero();
        assertThat(preview.get("protectedNumber").asBoolean()).isFalse();
        assertThat(preview.get("allowed")
                        .valueStream()
                        .map(e -> e.get("pattern").asString()))
                .contains("+8613800778005");
        assertThat(json(get("/api/v1/blocklist?number=13800778004"))).isEmpty();
    }

    @Test
    void aRangeMeansItsNumbersAndIsShownInOneForm() {
        String location = add("blocklist", "0755-61230000 至 0755-61239998");

        assertThat(json(get(location)).get("pattern").asString()).isEqualTo("+8675561230000-+8675561239998");
        assertThat(json(get("/api/v1/blocklist?number=075561230000"))).hasSize(1);
        assertThat(json(get("/api/v1/blocklist?number=075561239998"))).hasSize(1);
        assertThat(json(get("/api/v1/blocklist?number=075561239999"))).isEmpty();
        assertThat(json(get("/api/v1/numbers/075561234567/test"))
                        .get("entry")
                        .get("pattern")
                        .asString())
                .isEqualTo("+8675561230000-+8675561239998");
        assertThat(get("/api/v1/blocklist/export").body()).contains("'+8675561230000-+8675561239998,block,");
        assertThat(delete(location + "?reason=over").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/v1/blocklist?number=075561230000"))).isEmpty();
    }

    @Test
    void aRangeThatIsAllOfAPrefixStaysThatRange() {
        String location = add("allowlist", "+8617000047000 – 7999");

        assertThat(json(get(location)).get("pattern").asString()).isEqualTo("+8617000047000-+8617000047999");
        assertThat(json(get("/api/v1/allowlist?number=17000047999"))).hasSize(1);
        assertThat(json(get("/api/v1/allowlist?number=%2B86170000479991"))).isEmpty();
        assertThat(json(get("/api/v1/allowlist?number=%2B861700004799"))).isEmpty();
    }

    @Test
    void aPreviewOfARangeCountsTheCallsOfItsNumbersOnly() {
        call(CallBuilder.aCall().from("+8675561330009"));
        call(CallBuilder.aCall().from("+8675561330010"));
        call(CallBuilder.aCall().from("+8675561330019"));
        call(CallBuilder.aCall().from("+8675561330020"));
        call(CallBuilder.aCall().from("+86755613300155"));

        JsonNode preview = json(post(
                "/api/v1/blocklist/preview",
                "{\"pattern\":\"+8675561330010-+8675561330021\",\"ttl\":\"7d\",\"reason\":\"range\"}"));

        assertThat(preview.get("calls").asInt()).isEqualTo(3);
        assertThat(preview.get("callers").asInt()).isEqualTo(3);
        assertThat(preview.get("twoPeople").asBoolean()).isTrue();
        assertThat(json(get("/api/v1/calls?caller=%2B8675561330009-%2B8675561330018")))
                .hasSize(2);
    }

    @Nested
    class Refuses {
        @Test
        void anEmptyObjectWithAllThatIsMissing() {
            assertThat(faults(post("/api/v1/blocklist", "{}")))
                    .containsExactly(
                            "pattern: is missing; it takes a number, a prefix such as +86138*, or a range such as +8675561230000-+8675561239998",
                            "reason: is missing; it takes 1 to 200 characters that say why",
                            "expires: is missing: a block ends, as numbers are reassigned; give a time, or ttl such as 7d");
        }

        @Test
        void allFaultsAtOnce() {
            String body = """
                    {"patern": "x", "pattern": "12ab", "reason": "", "expires": "2020-01-01T00:00:00Z", "author": 7}""";

            assertThat(List.of(faults(post("/api/v1/blocklist", body))))
                    .hasSize(5)
                    .startsWith(
                            "author: is neither a text in quotes nor true or false",
                            "'patern': is not known; there are [author, expires, pattern, reason, ttl]",
                            "pattern: '12ab' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld",
                            "reason: is empty; it takes 1 to 200 characters")
                    .last()
                    .asString()
                    .startsWith("expires: is past: it is now 2");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        pattern | withheld           | an entry needs a number such as +8613800138000, a prefix such as +86138*, or a range such as +8675561230000-+8675561239998
                        pattern | 075561239998-075561230000 | the first number of a range is the smaller one; +8675561230000 comes before +8675561239998
                        pattern | +8675561230000~+867556123999 | both ends of a range have the same number of digits; +8675561230000 has 13, +867556123999 has 12
                        pattern | 075561230000~8001 x | a range is two whole public numbers, such as +8675561230000-+8675561239998, or the first and the last digits of the second, such as +8675561230000-9998
                        pattern | +8617000047000~+8675561239998 | both ends of a range are of one country and begin with the same three digits; +8617000047000 and +8675561239998 do not
                        pattern | 17000047000~18000047000 | a range has at most 1000000 numbers, this one has 1000000001; write several, or a prefix such as +86138*
                        pattern | +86*               | a prefix is + and at least 4 digits before the *, such as +86138*
                        pattern | 138*               | a prefix is + and at least 4 digits before the *, such as +86138*
                        pattern | +861*38            | '+861*38' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld
                        pattern | 1' OR '1'='1       | '1' OR '1'='1' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld
                        pattern | ${SHELL(id)}       | '${SHELL(id)}' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld
                        ttl     | 25x                | '25x' is not a length of time; write 30m, 24h, 7d or PT24H
                        ttl     | 24                 | '24' is not a length of time; write 30m, 24h, 7d or PT24H
                        ttl     | 0h                 | '0h' is not a length of time; write 30m, 24h, 7d or PT24H
                        ttl     | -7d                | '-7d' is not a length of time; write 30m, 24h, 7d or PT24H
                        ttl     | 9999999999999999d  | '9999999999999999d' is not a length of time; write 30m, 24h, 7d or PT24H
                        ttl     | 91d                | is too far off: a block lasts at most 90d (quell.blocklist.max-ban-time)
                        author  | a\\u202eb          | has characters that do not show (control, direction or unpaired ones); leave them out
                        reason  | a\\nb              | has characters that do not show (control, direction or unpaired ones); leave them out
                        reason  | a\\u0000b          | has characters that do not show (control, direction or unpaired ones); leave them out
                        """)
        void oneFaultyField(String field, String value, String fault) {
            String body = "{\"pattern\":\"+8613800138009\",\"ttl\":\"24h\",\"reason\":\"r\",\"author\":\"a\"}"
                    .replaceFirst(
                            "(\"" + field + "\":\")[^\"]*",
                            "$1" + value.replace("\\", "\\\\").replace("$", "\\$"));

            assertThat(faults(post("/api/v1/blocklist", body))).containsExactly(field + ": " + fault);
        }

        @ParameterizedTest
        @CsvSource({"110", "95588", "10086", "12345"})
        void aProtectedNumber(String number) {
            assertProblem(
                    post("/api/v1/blocklist", "{\"pattern\":\"" + number + "\",\"ttl\":\"24h\",\"reason\":\"r\"}"),
                    409,
                    number + " is an emergency, service, carrier, bank or site-protected number and is never blocked");
        }

        @Test
        void expiresAndTtlTogether() {
            assertThat(
                            faults(
                                    post(
                                            "/api/v1/blocklist",
                                            "{\"pattern\":\"+8613800138009\",\"ttl\":\"24h\",\"expires\":\"2999-01-01\",\"reason\":\"r\"}")))
                    .contains("ttl: and expires are both given; one is enough");
        }

        @ParameterizedTest
        @CsvSource({"0", "-1", "x", "1.5", "99999999999999999999"})
        void anIdThatIsNone(String id) {
            assertThat(faults(get("/api/v1/blocklist/" + id)))
                    .containsExactly("id: '" + id + "' is not an id; ids are whole numbers from 1");
        }
    }
}
