package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.SentReport;
import dev.quell.reporting.words.ReportText;
import dev.quell.screening.CallScreened;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.storage.Proposed;
import dev.quell.testing.CallBuilder;
import dev.quell.tuning.Revision;
import dev.quell.tuning.RevisionStore;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposalStore;
import dev.quell.webhook.Waiting;
import dev.quell.webhook.WebhookQueue;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Every list that has pages: walked one by one it shows each item once, in the order of the whole, and a place that is none is refused by its name. */
@DirtiesContext
class PagingTests extends RunningService {

    private static final int SOME = 4;

    @Autowired
    Tokens tokens;

    @Autowired
    RevisionStore revisions;

    @Autowired
    RuleProposalStore proposals;

    @Autowired
    ReportBook book;

    @Autowired
    WebhookQueue queue;

    @DynamicPropertySource
    static void target(DynamicPropertyRegistry settings) {
        settings.add("quell.webhooks.targets.crm.url", () -> "https://127.0.0.1:1/");
        settings.add("quell.webhooks.targets.crm.secret", () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        settings.add("quell.webhooks.targets.crm.events", () -> "chain.head");
        settings.add("quell.api.limit.burst", () -> "100000");
    }

    /** A list, and what tells its items apart. */
    private record Walked(String path, String id) {

        private String with(String query) {
            return path + (path.contains("?") ? "&" : "?") + query;
        }
    }

    private List<Walked> lists() {
        return List.of(
                new Walked("/api/v1/calls", "/id"),
                new Walked("/api/v1/now/calls", "/id"),
                new Walked("/api/v1/sources/top?by=calls&prefix=%2B86", "/source"),
                new Walked("/api/v1/sources/campaigns", "/first"),
                new Walked("/api/v1/rules/revisions", "/id"),
                new Walked("/api/v1/rules/proposals", "/id"),
                new Walked("/api/v1/disputes", "/call/id"),
                new Walked("/api/v1/audit", "/id"),
                new Walked("/api/v1/audit?who=api", "/id"),
                new Walked("/api/v1/flags", "/id"),
                new Walked("/api/v1/flags/agents", "/agent"),
                new Walked("/api/v1/evidence/packs", "/pack"),
                new Walked("/api/v1/evidence/holds", "/id"),
                new Walked("/api/v1/lists/imports", "/id"),
                new Walked("/api/v1/lists/proposals", "/id"),
                new Walked("/api/v1/blocklist", "/id"),
                new Walked("/api/v1/allowlist", "/id"),
                new Walked("/api/v1/blocklist/" + blocked() + "/calls", "/id"),
                new Walked("/api/v1/known-callers", "/number"),
                new Walked("/api/v1/reports/sent", "/id"),
                new Walked("/api/v1/webhooks/crm/deliveries", "/id"),
                new Walked("/api/v1/tokens", "/id"),
                new Walked("/api/v1/accounts", "/name"));
    }

    private String blocked() {
        return json(get("/api/v1/blocklist?number=13900139100"))
                .get(0)
                .get("id")
                .asString();
    }

    @TestFactory
    Stream<DynamicTest> eachItemIsSeenOnce() {
        fill();
        return lists().stream().map(list -> dynamicTest(list.path(), () -> walk(list)));
    }

    private void walk(Walked list) {
        List<String> all = ids(get(list.with("limit=" + most(list))), list);
        // What there is none of could not be walked; that of campaigns is decided by more than a test's few calls.
        assertThat(all).hasSizeGreaterThanOrEqualTo(list.path().contains("campaigns") ? 0 : SOME);
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(list.with("limit=1"));
        while (next.isPresent()) {
            HttpResponse<String> page = get(next.get());
            List<String> some = ids(page, list);
            assertThat(some).hasSizeLessThanOrEqualTo(1);
            seen.addAll(some);
            next = next(page);
        }
        assertThat(seen).isEqualTo(all).doesNotHaveDuplicates();
        assertThat(faults(get(list.with("page=x"))))
                .containsExactly(
                        "page: is no place in this list; take it from the Link header of the page before, as it is there");
        assertThat(faults(get(list.with("limit=0")))).singleElement().asString().startsWith("limit: '0' is not");
    }

    private static int most(Walked list) {
        return list.path().contains("campaigns") ? 10 : list.path().matches(".*(imports|rules/proposals)") ? 100 : 200;
    }

    private static List<String> ids(HttpResponse<String> page, Walked list) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return json(page)
                .valueStream()
                .map(item -> item.at(list.id()))
                .map(JsonNode::asString)
                .toList();
    }

    private static Optional<String> next(HttpResponse<String> page) {
        return page.headers().allValues("Link").stream()
                .filter(link -> link.endsWith(">; rel=\"next\""))
                .map(link -> link.substring(1, link.indexOf('>')))
                .findFirst();
    }

    private void fill() {
        post("/api/v1/blocklist", "{\"pattern\":\"13900139100\",\"ttl\":\"1d\",\"reason\":\"silent\"}");
        for (int i = 0; i < SOME; i++) {
            CallScreened call = call(CallBuilder.aCall().from("+861390013910" + (i + 1)));
            call(CallBuilder.aCall().from("+8613900139100"));
            post(
                    "/api/v1/flags",
                    String.format(
                            Locale.ROOT,
                            "{\"call\":\"%s\",\"agent\":\"PJSIP/20%d\",\"reason\":\"abuse\"}",
                            call.call().id(),
                            i));
            post("/api/v1/disputes/" + call.caseNumber() + "/right", "{\"note\":\"looked at\"}");
            post("/api/v1/blocklist", "{\"pattern\":\"1390013920" + i + "\",\"ttl\":\"1d\",\"reason\":\"silent\"}");
            post("/api/v1/allowlist", "{\"pattern\":\"1390013930" + i + "\",\"reason\":\"a customer\"}");
            post(
                    "/api/v1/evidence/holds",
                    String.format(
                            Locale.ROOT,
                            "{\"source\":\"+86139001392%d*\",\"author\":\"Wang\",\"reason\":\"file\"}",
                            i));
            post(
                    "/api/v1/evidence",
                    String.format(
                            Locale.ROOT,
                            "{\"source\":\"+861390013910%d\",\"from\":\"2026-01-01\",\"who\":\"Wang\",\"reason\":\"file\"}",
                            i));
            post(
                    "/api/v1/accounts",
                    String.format(
                            Locale.ROOT,
                            "{\"name\":\"person-%d\",\"fullName\":\"P\",\"roles\":\"agent\",\"password\":\"correct horse %d battery\"}",
                            i,
                            i));
            known("1390013940" + i);
            imported("1390013950" + i);
            proposed("+8617" + i + "0200*");
        }
        kept();
    }

    private void known(String number) {
        send(
                "PUT",
                "/api/v1/known-callers/" + number,
                "{\"kind\":\"customer\"}",
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    private void imported(String number) {
        send(
                "POST",
                "/api/v1/lists/import?ttl=1d",
                "pattern,kind,reason,expires\n" + number + ",block,silent,1d\n",
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "text/csv");
    }

    private void proposed(String prefix) {
        String token = tokens.make(
                        "t", Set.of(Scope.LISTS_WRITE), clock.instant().plus(Duration.ofHours(1)), "li")
                .text();
        send(
                "POST",
                "/api/v1/blocklist",
                "{\"pattern\":\"" + prefix + "\",\"ttl\":\"1d\",\"reason\":\"campaign\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    /** All of one moment, so that nothing but the tie's own order tells them apart. */
    private void kept() {
        Instant at = clock.instant();
        IntStream.range(0, SOME).forEach(i -> {
            proposals.add(Proposed.rules("paging-proposal-" + i, "", at));
            revisions.add(new Revision("revision" + i, at, "li", "a try", Tuning.NONE));
            LocalDate day = LocalDate.of(2026, 11, 1 + i);
            book.add(
                    new SentReport(0, "lead", day, day, at, "en", new ReportText("Report", "a day", List.of())),
                    List.of("li@example.org"));
            queue.add(
                    List.of(new Waiting(0, "crm", "msg_" + i, "chain.head", "{}", at, at.plus(Duration.ofDays(1)), 0)),
                    100);
        });
    }

    @Test
    void aPlaceOfOneListIsNoneOfAnother() {
        IntStream.range(0, 2).forEach(i -> {
            post("/api/v1/blocklist", "{\"pattern\":\"1390013960" + i + "\",\"ttl\":\"1d\",\"reason\":\"silent\"}");
            tokens.make("t", Set.of(Scope.SCREEN), clock.instant().plus(Duration.ofHours(1)), "li");
        });
        String next = next(get("/api/v1/tokens?limit=1")).orElseThrow();
        String place = next.substring(next.indexOf("page=") + 5);

        assertThat(get("/api/v1/tokens?page=" + place).statusCode()).isEqualTo(200);
        assertThat(faults(get("/api/v1/blocklist?page=" + place)))
                .singleElement()
                .asString()
                .startsWith("page: is no place in this list");
        assertThat(faults(get("/api/v1/tokens?page=" + place.substring(0, place.length() - 2) + "AA")))
                .hasSize(1);
    }

    @Test
    void whatWasAskedForStandsInTheLinkAsItWas() {
        IntStream.range(0, 2).forEach(i -> call(CallBuilder.aCall().over("*{a}&b=c%")));

        String next =
                next(get("/api/v1/calls?trunk=*%7Ba%7D%26b%3Dc%25&limit=1")).orElseThrow();

        assertThat(next).startsWith("/api/v1/calls?trunk=%2A%7Ba%7D%26b%3Dc%25&limit=1&page=");
        assertThat(json(get(next))).hasSize(1);
    }

    @Test
    void aRankingsOtherPagesAreOfTheSamePeriod() {
        IntStream.range(0, 2).forEach(i -> call(CallBuilder.aCall().from("+861390013970" + i)));

        String next = next(get("/api/v1/sources/top?by=calls&limit=1")).orElseThrow();

        assertThat(next).contains("&from=20", "&to=20");
    }

    @Test
    void aRevisionThatIsGoneIsNoPlaceToGoOnFrom() {
        CRC32 sum = new CRC32();
        sum.update("revisions\nabcdefgh".getBytes(StandardCharsets.UTF_8));
        byte[] place = ByteBuffer.allocate(12)
                .putInt((int) sum.getValue())
                .put("abcdefgh".getBytes(StandardCharsets.UTF_8))
                .array();

        assertThat(faults(get("/api/v1/rules/revisions?page="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(place))))
                .containsExactly("page: is a place that is gone; begin anew");
    }

    @Test
    void whatAProxySaysOfHostsIsNotRepeated() {
        IntStream.range(0, 2).forEach(i -> call(CallBuilder.aCall()));

        HttpResponse<String> page = send(
                "GET",
                "/api/v1/calls?limit=1",
                null,
                "Authorization",
                "Bearer " + TOKEN,
                "X-Forwarded-Host",
                "elsewhere.example",
                "X-Forwarded-Prefix",
                "//elsewhere.example",
                "Forwarded",
                "host=elsewhere.example");

        assertThat(next(page).orElseThrow()).startsWith("/api/v1/calls?limit=1&page=");
    }
}
