package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.Signed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** What two people are needed for, over REST: a token proposes, and a token of another person confirms. */
class ProposalsTests extends RunningService {

    @Autowired
    Tokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Staff staff;

    /** A token's word is that of a person who has an account. */
    @BeforeEach
    void people() {
        account("li", "Li Na", Role.SECURITY);
        account("wang", "Wang Wei", Role.SECURITY);
        account("mei", "Han Mei", Role.ADMIN);
        account("boss", "Zhou Yi", Role.ADMIN);
    }

    private void account(String name, String fullName, Role role) {
        accounts.add(new Account(
                name,
                fullName,
                Set.of(role),
                Optional.empty(),
                new PasswordHash("{none}"),
                Instant.EPOCH,
                false,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    private String token(String owner, Scope... scopes) {
        return tokens.make("test", Set.of(scopes), clock.instant().plus(Duration.ofHours(1)), owner)
                .text();
    }

    private HttpResponse<String> as(String token, String method, String path, String body) {
        return body == null
                ? send(method, path, null, "Authorization", "Bearer " + token)
                : send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private HttpResponse<String> block(String token, String pattern, String ttl) {
        return as(
                token,
                "POST",
                "/api/v1/blocklist",
                "{\"pattern\":\"" + pattern + "\",\"ttl\":\"" + ttl
                        + "\",\"reason\":\"campaign\",\"author\":\"li.na\"}");
    }

    private String proposed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/v1/lists/proposals/" + json(answer).get("id").asString());
        return location;
    }

    @Test
    void aPrefixWaitsForAnotherPersonsToken() {
        String li = token("li", Scope.LISTS_WRITE);
        String proposal = proposed(block(li, "+86170200*", "1d"));
        assertThat(json(get("/api/v1/blocklist?number=17020012345"))).isEmpty();

        JsonNode waits = json(as(li, "GET", proposal, null));
        assertThat(waits.get("pattern").asString()).isEqualTo("+86170200*");
        assertThat(waits.get("author").asString()).startsWith("token:");
        assertThat(json(get("/api/v1/lists/proposals")).valueStream().map(each -> each.get("id")))
                .contains(waits.get("id"));

        assertProblem(
                as(token("li", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null),
                409,
                "another person confirms it");
        assertThat(as(token("wang", Scope.LISTS_READ), "POST", proposal + "/confirm", null)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> made = as(token("wang", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("author").asString())
                .isEqualTo(waits.get("author").asString());
        String proposer = waits.get("author").asString();
        JsonNode one = json(get(made.headers().firstValue("Location").orElseThrow()));
        JsonNode listed = json(get("/api/v1/blocklist?number=17020012345")).get(0);
        assertThat(List.of(json(made), one, listed)).allSatisfy(entry -> {
            assertThat(entry.get("proposedBy").asString()).isEqualTo(proposer);
            assertThat(entry.get("confirmedBy").asString()).startsWith("token:").isNotEqualTo(proposer);
        });
        assertThat(json(get("/api/v1/blocklist?number=17020012345"))).hasSize(1);
        assertProblem(as(token("wang", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null), 404, "No entry waits");
        assertThat(get("/api/v1/audit?deed=entry-proposed").body()).contains("for li.na, until", "+86170200*");
    }

    @Test
    void anEntryOfOnePersonNamesNoSecond() {
        HttpResponse<String> made = block(token("li", Scope.LISTS_WRITE), "17020700001", "1d");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(get(made.headers().firstValue("Location").orElseThrow()))
                        .has("confirmedBy"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lapse.off   | {"disabled":true}    | +86170210* | answers for {} is disabled or there no more
                    lapse.less  | {"roles":"auditor"}  | +86170211* | answers for {} may make no such entries any more
                    """)
    void whatSomebodyWantsWhoMayHaveItNoMoreLapses(String name, String change, String prefix, String why) {
        account(name, "Lapsed " + name, Role.SECURITY);
        String program = token(name, Scope.LISTS_WRITE);
        String proposal = proposed(block(program, prefix, "1d"));
        assertThat(json(get(proposal)).get("lapsed").asBoolean()).isFalse();

        HttpResponse<String> changed = send(
                "PATCH",
                "/api/v1/accounts/" + name,
                change,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

        assertLapsed(proposal, why);
        HttpResponse<String> down = as(token("wang", Scope.LISTS_WRITE), "DELETE", proposal, null);
        assertThat(down.statusCode()).as(down.body()).isEqualTo(200);
    }

    @Test
    void whatATokenWantsLapsesWhenItIsRevoked() {
        Tokens.Made program =
                tokens.make("test", Set.of(Scope.LISTS_WRITE), clock.instant().plus(Duration.ofHours(1)), "li");
        String proposal = proposed(block(program.text(), "+86170212*", "1d"));

        tokens.revoke(program.token().id(), "boss");

        assertLapsed(proposal, "{} was revoked or has expired");
        as(token("wang", Scope.LISTS_WRITE), "DELETE", proposal, null);
    }

    @Test
    void aTokenOfSomebodyWhoMayConfirmNoMoreConfirmsNothing() {
        account("lapse.second", "Second Lapsed", Role.AUDITOR);
        String proposal = proposed(block(token("li", Scope.LISTS_WRITE), "+86170213*", "1d"));

        assertProblem(
                as(token("lapse.second", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null),
                409,
                "may make no such entries any more: somebody else confirms this");
        assertThat(json(get(proposal)).get("lapsed").asBoolean()).isFalse();
        as(token("wang", Scope.LISTS_WRITE), "DELETE", proposal, null);
    }

    /** @param why with {@code {}} for the proposer */
    private void assertLapsed(String proposal, String why) {
        JsonNode waits = json(get(proposal));
        assertThat(waits.get("lapsed").asBoolean()).isTrue();
        assertProblem(
                as(token("wang", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null),
                409,
                why.replace("{}", waits.get("author").asString())
                        + ", so nobody can confirm this. If it is still wanted, propose it yourself");
        String pattern = waits.get("pattern").asString();
        assertThat(json(get("/api/v1/blocklist?number=" + pattern.substring(3, pattern.length() - 1) + "12345")))
                .isEmpty();
    }

    @Test
    void aTokenThatATokenMadeIsOfTheSamePerson() {
        Tokens.Made first =
                tokens.make("first", Set.of(Scope.ADMIN), clock.instant().plus(Duration.ofHours(1)), "li");
        String second = token("token:" + first.token().id(), Scope.LISTS_WRITE);
        String proposal = proposed(block(first.text(), "+86170201*", "1d"));

        assertProblem(as(second, "POST", proposal + "/confirm", null), 409, "another person");
    }

    @Test
    void anAccountThatTheProposerMadeIsNoSecondPerson() {
        String mei = token("mei", Scope.ADMIN);
        assertThat(as(
                                mei,
                                "POST",
                                "/api/v1/accounts",
                                "{\"name\":\"mei.zwei\",\"fullName\":\"Second Mei\",\"roles\":\"security\",\"password\":\"four words that fit\"}")
                        .statusCode())
                .isEqualTo(201);
        String proposal = proposed(block(mei, "+86170206*", "1d"));

        HttpResponse<String> refused = as(token("mei.zwei", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null);

        assertProblem(refused, 409, "mei made the account mei.zwei on ");
        assertThat(refused.body()).contains("mei and mei.zwei count as one person", "somebody whose account neither");
        assertThat(as(token("wang", Scope.LISTS_WRITE), "POST", proposal + "/confirm", null)
                        .statusCode())
                .isEqualTo(201);
        assertThat(get("/api/v1/audit?deed=entry-confirmed").body())
                .contains(
                        "wanted by token:",
                        " of mei from 127.0.0.1",
                        "WARNING: one address; confirmed by token:",
                        " of wang");
    }

    @Test
    void twoWhomAThirdOneMadeAreTwoOnceOneHasAPasswordOfTheirOwn() throws Exception {
        String boss = token("boss", Scope.ADMIN);
        String body =
                "{\"name\":\"%s\",\"fullName\":\"%s\",\"roles\":\"security\",\"password\":\"four words that fit\"}";
        for (String made : List.of(body.formatted("sec.one", "Qian Yi"), body.formatted("sec.two", "Sun Er"))) {
            assertThat(as(boss, "POST", "/api/v1/accounts", made).statusCode()).isEqualTo(201);
        }
        String proposal = proposed(block(token("sec.one", Scope.LISTS_WRITE), "+86170207*", "1d"));
        String second = token("sec.two", Scope.LISTS_WRITE);

        HttpResponse<String> refused = as(second, "POST", proposal + "/confirm", null);
        assertProblem(refused, 409, "boss made the account sec.one on ");
        assertThat(refused.body())
                .contains("sec.two or sec.one can choose a password of their own on the page /account");

        choosesAPassword("sec.two");
        HttpResponse<String> confirmed = as(second, "POST", proposal + "/confirm", null);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(201);
        assertThat(get("/api/v1/audit?deed=entry-confirmed").body()).contains("boss made the account sec.two on ");
    }

    private void choosesAPassword(String name) throws Exception {
        Person holder = Person.of(accounts.find(name).orElseThrow());
        SecurityContextHolder.getContext().setAuthentication(Signed.as(holder));
        try {
            staff.change(name, Staff.Change.password("another four words that fit"));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void aBlockWaitsFromSevenDaysOn() {
        String li = token("li", Scope.LISTS_WRITE);

        assertThat(block(li, "17020200001", "7d").statusCode()).isEqualTo(201);
        String proposal = proposed(block(li, "17020200002", "169h"));
        HttpResponse<String> preview = as(
                li,
                "POST",
                "/api/v1/blocklist/preview",
                "{\"pattern\":\"17020200002\",\"ttl\":\"169h\",\"reason\":\"campaign\"}");
        assertThat(json(preview).get("twoPeople").asBoolean()).isTrue();
        assertThat(json(preview).get("thisInstanceOnly").asBoolean()).isFalse();

        assertThat(as(li, "DELETE", proposal, null).statusCode()).isEqualTo(200);
        assertProblem(as(li, "DELETE", proposal, null), 404, "No entry waits");
        assertProblem(as(li, "GET", proposal, null), 404, "No entry waits");
    }

    @Test
    void protectedNumbersAreNotProposedEither() {
        assertProblem(block(token("li", Scope.LISTS_WRITE), "110", "30d"), 409, "is never blocked");
    }

    @Test
    void whoMayActAloneDoesAndTheAuditTellsSo() {
        HttpResponse<String> made = block(token("li", Scope.LISTS_WRITE, Scope.LISTS_ALONE), "+86170203*", "30d");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(get("/api/v1/audit?deed=entry-made").body()).contains("+86170203*", "alone, for li.na, until");
        assertThat(block(token("li", Scope.LISTS_ALONE), "+86170204*", "30d").statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyPeopleGiveThePowerToActAlone() {
        String body = "{\"name\": \"importer\", \"scopes\": \"lists:write lists:alone\", \"ttl\": \"1h\"}";

        assertThat(faults(as(token("li", Scope.ADMIN), "POST", "/api/v1/tokens", body)))
                .containsExactly(
                        "scopes: lists:alone is given by a person, on the page of tokens, and by no other token");
        assertThat(block(token("li", Scope.ADMIN), "+86170205*", "1d").statusCode())
                .isEqualTo(202);
    }

    @Test
    void linesForTwoPeopleHaveAFaultAndAListIsUndone() {
        String lines = "17020600001,block,list,1d\n+861702060*,block,list,1d\n17020600002,block,list,8d\n";
        String li = token("li", Scope.LISTS_WRITE);

        HttpResponse<String> tried = csv(li, lines);
        assertThat(json(tried).get("kept").asInt()).isEqualTo(1);
        assertThat(json(tried).get("faulty").asInt()).isEqualTo(2);
        assertThat(json(tried).at("/faults/0/fault").asString()).startsWith("+861702060* needs two people");
        JsonNode taken = json(as(li, "GET", "/api/v1/lists/imports", null)).get(0);
        assertThat(taken.get("said").asString()).isEqualTo("for crm, 1 entries of 3 lines, 2 faulty");
        String path = "/api/v1/lists/imports/" + taken.get("id").asString();
        assertThat(as(li, "DELETE", path, null).body()).isEqualTo("{\"more\":false}");
        assertThat(json(get("/api/v1/blocklist?number=17020600001"))).isEmpty();
        assertProblem(as(li, "DELETE", "/api/v1/lists/imports/1", null), 404, "No such list");

        String importer = token("li", Scope.LISTS_WRITE, Scope.LISTS_ALONE);
        assertThat(json(csv(importer, lines)).get("kept").asInt()).isEqualTo(3);
        assertThat(json(get("/api/v1/lists/imports")).get(0).get("said").asString())
                .isEqualTo("for crm, 3 entries of 3 lines, 0 faulty, 2 alone");
    }

    private HttpResponse<String> csv(String token, String lines) {
        return send(
                "POST",
                "/api/v1/lists/import?mode=good&author=crm",
                lines,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "text/csv");
    }
}
