package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.storage.Proposed;
import dev.quell.testing.CallBuilder;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Base;
import dev.quell.tuning.proposal.RuleProposalStore;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.TuningTrials;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Weights and thresholds over REST: tried, saved, and the way back. */
class RulesTests extends RunningService {
    private static final String TRIAL = "/api/v1/rules/trial";
    private static final String PROPOSALS = "/api/v1/rules/proposals";

    @Autowired
    TuningTrials trials;

    @Autowired
    Tuner tuner;

    @Autowired
    Tokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    RuleProposalStore proposals;

    @AfterEach
    void away() {
        trials.cancel();
        await().until(() -> trials.last().filter(Trial::running).isEmpty());
        trials.cancel();
    }

    private JsonNode tried(String body) {
        HttpResponse<String> begun = post(TRIAL, body);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        await().until(() -> !json(get(TRIAL)).get("state").asString().equals("RUNNING"));
        return json(get(TRIAL));
    }

    @Test
    void whatIsTriedIsSavedAndTakenBack() {
        call(CallBuilder.aCall().from("withheld"));
        JsonNode before = json(get("/api/v1/rules"));
        assertThat(before.has("revision")).isEqualTo(tuner.held().isPresent());

        JsonNode trial = tried("{\"days\": 1, \"weights\": {\"CLI_WITHHELD\": 1.25}, \"thresholds\": {\"tag\": 0.4}}");
        assertThat(trial.get("state").asString()).isEqualTo("DONE");
        assertThat(trial.get("tried").toString()).contains("CLI_WITHHELD", "1.25", "tag", "0.40");
        assertThat(trial.at("/result/calls").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(json(get("/api/v1/rules")))
                .as("nothing is changed by a trial")
                .isEqualTo(before);

        String id = trial.get("id").asString();
        assertThat(faults(post(TRIAL + "/save", "{\"trial\":\"" + id + "\"}")))
                .containsExactly("note: is missing; it takes 1 to 200 characters that say why");
        String wanted = "{\"trial\":\"" + id + "\",\"note\":\"withheld callers\"}";
        assertProblem(post(TRIAL + "/save", wanted), 409, "waits for a second person");
        assertProblem(post(TRIAL + "/save", wanted), 409, "another person has to");
        assertThat(json(get("/api/v1/rules"))).isEqualTo(before);
        JsonNode saved = json(asWang("POST", TRIAL + "/save", "{\"trial\":\"" + id + "\",\"note\":\"agreed\"}"));
        assertThat(saved.at("/weights/CLI_WITHHELD").asDouble()).isEqualTo(1.25);
        assertThat(saved.at("/thresholds/tag").asDouble()).isEqualTo(0.4);
        assertThat(saved.get("version")).isNotEqualTo(before.get("version"));
        JsonNode revision = json(get("/api/v1/rules/revisions")).get(0);
        assertThat(revision.get("note").asString()).isEqualTo("withheld callers; api asked, agreed");
        assertThat(revision.get("author").asString()).startsWith("token:");
        assertThat(revision.get("holds").asBoolean()).isTrue();
        assertProblem(post(TRIAL + "/save", "{\"trial\":\"" + id + "\",\"note\":\"again\"}"), 404, "no such revision");

        assertProblem(
                post(
                        "/api/v1/rules/back",
                        "{\"revision\":\"" + revision.get("id").asString() + "\",\"note\":\"x\"}"),
                409,
                "decide now");
        JsonNode back = json(post("/api/v1/rules/back", "{\"note\":\"good talks\"}"));
        assertThat(back.get("version")).isEqualTo(before.get("version"));
        assertThat(back.get("weights")).isEmpty();
        assertThat(get("/api/v1/audit?deed=rules-changed").body())
                .contains("withheld callers; api asked, agreed: ", "good talks: ");
    }

    /** What a token answers that another person made. */
    private HttpResponse<String> asWang(String method, String path, String body) {
        Instant now = clock.instant();
        accounts.add(new Account(
                "rules.wang",
                "Rules Wang",
                Set.of(Role.ADMIN),
                Optional.empty(),
                new PasswordHash("{none}"),
                now,
                false,
                now,
                now));
        String token = tokens.make("wang", Set.of(Scope.RULES_WRITE), now.plus(Duration.ofHours(1)), "rules.wang")
                .text();
        return send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private String proposed() {
        return proposed("api");
    }

    private String proposed(String author) {
        Base present = new Base(tuner.held().map(Revision::id).orElse(""), tuner.version());
        RuleProposal shape = Proposed.rules(UUID.randomUUID().toString(), "", clock.instant());
        proposals.add(new RuleProposal(
                shape.id(),
                new Tuning(Map.of("CLI_WITHHELD", 1.25), Optional.empty()),
                present,
                1,
                shape.note(),
                author,
                clock.instant(),
                shape.findings(),
                Optional.empty()));
        return PROPOSALS + "/" + shape.id();
    }

    @Test
    void whatWaitsIsShownAndConfirmedByAnotherPersonsToken() {
        String before = tuner.version();
        String path = proposed();

        JsonNode waits = json(get(path));
        assertThat(waits.get("author").asString()).isEqualTo("api");
        assertThat(waits.get("stale").asBoolean()).isFalse();
        assertThat(waits.get("lapsed").asBoolean()).isFalse();
        assertThat(waits.get("base").asString()).isEqualTo(before);
        assertThat(waits.get("changes").toString()).isEqualTo("[\"CLI_WITHHELD 0.30 → 1.25\"]");
        assertThat(waits.at("/tried/calls").asInt()).isEqualTo(12);
        assertThat(waits.at("/tried/goodHarder").asInt()).isEqualTo(2);
        assertThat(waits.at("/tried/changes/0/examples/1").asString()).isEqualTo("pbx:1763800000.2");
        assertThat(json(get(PROPOSALS)).valueStream().map(each -> each.get("id")))
                .contains(waits.get("id"));

        assertThat(faults(post(path + "/confirm", "{}")))
                .containsExactly("note: is missing; it takes 1 to 200 characters that say why");
        assertProblem(post(path + "/confirm", "{\"note\":\"mine\"}"), 409, "another person has to");
        JsonNode saved = json(asWang("POST", path + "/confirm", "{\"note\":\"agreed\"}"));
        assertThat(saved.at("/weights/CLI_WITHHELD").asDouble()).isEqualTo(1.25);
        assertProblem(asWang("POST", path + "/confirm", "{\"note\":\"agreed\"}"), 404, "none that waits");
        assertProblem(get(path), 404, "No rules wait under this id");
        assertProblem(delete(path), 404, "No rules wait under this id");
        json(post("/api/v1/rules/back", "{\"note\":\"as it was\"}"));
        assertThat(tuner.version()).isEqualTo(before);
    }

    @Test
    void whatATokenWantsLapsesWhenItIsRevoked() {
        Instant until = clock.instant().plus(Duration.ofHours(1));
        Tokens.Made program = tokens.make("rules", Set.of(Scope.RULES_WRITE), until, "api");
        String path = proposed("token:" + program.token().id());
        assertThat(json(get(path)).get("lapsed").asBoolean()).isFalse();

        tokens.revoke(program.token().id(), "api");

        assertThat(json(get(path)).get("lapsed").asBoolean()).isTrue();
        assertProblem(
                asWang("POST", path + "/confirm", "{\"note\":\"agreed\"}"),
                409,
                "the token was revoked or has expired");
        asWang("DELETE", path, null);
    }

    @Test
    void whatIsStaleIsTriedAgainOrTurnedDown() {
        String path = proposed();
        tuner.save(new Tuning(Map.of("CLI_OWN", 3.0), Optional.empty()), "somebody", "else");
        assertThat(json(get(path)).get("stale").asBoolean()).isTrue();

        assertProblem(asWang("POST", path + "/confirm", "{\"note\":\"agreed\"}"), 409, "try again against them");
        HttpResponse<String> again = asWang("POST", path + "/try", null);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        assertThat(again.headers().firstValue("Location")).contains(TRIAL);
        assertThat(trials.last().orElseThrow().tuning().weights())
                .isEqualTo(Map.of("CLI_OWN", 3.0, "CLI_WITHHELD", 1.25));
        HttpResponse<String> down = asWang("DELETE", path, null);
        assertThat(down.statusCode()).as(down.body()).isEqualTo(200);
        assertThat(get("/api/v1/audit?deed=rules-turned-down").body()).contains("proposed by api");
        assertProblem(post(path + "/try", "{}"), 404, "No rules wait under this id");
        tuner.save(Tuning.NONE, "test", "over");
    }

    @Test
    void faultsAreToldAllAtOnce() {
        assertThat(
                        faults(
                                post(
                                        TRIAL,
                                        "{\"days\": 31, \"weights\": {\"CLI_WITHHELD\": 11, \"NONE\": 1, \"TRUNK_FAULT\": \"x\"}, \"thresholds\": {\"tag\": 0}, \"x\": 1}")))
                .contains(
                        "days: is not a whole number between 1 and 30",
                        "weights.CLI_WITHHELD: is not a number between -10 and 10 of at most four places",
                        "thresholds.tag: does not fit: tag, challenge and deter rise between 0 and 1, with at most four places",
                        "weights: has a name that is not known; see GET /api/v1/catalogue and /rules",
                        "body: has an unknown field; there are days, thresholds, weights");
        assertThat(faults(post(TRIAL, "{\"thresholds\": {\"tag\": 0.9999}}"))).hasSize(3);
        assertThat(faults(post(TRIAL, "{\"weights\": [1]}")))
                .containsExactly("weights: is not an object of numbers by name");
    }

    @Test
    void whatDecidesNowIsNotTriedAndNothingIsThereToCancel() {
        assertProblem(post(TRIAL, "{}"), 409, "These are the rules that decide now.");
        assertProblem(get(TRIAL), 404, "Nothing was tried");
        assertThat(delete(TRIAL).statusCode()).isEqualTo(204);
        assertThat(faults(post("/api/v1/rules/back", "{\"revision\":\"x\",\"note\":\"y\"}")))
                .containsExactly("revision: is no revision's id; see GET /api/v1/rules/revisions");
        assertProblem(post("/api/v1/rules/back", "{\"revision\":\"0123456789abcdef\",\"note\":\"y\"}"), 404, "no such");
    }
}
