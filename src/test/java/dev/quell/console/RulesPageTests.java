package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Classifier;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import dev.quell.testing.SignedInAs;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.TuningTrials;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RulesPageTests extends ConsolePageTests {

    @Autowired
    Tuner tuner;

    @Autowired
    TuningTrials trials;

    @Autowired
    Classifier classifier;

    @Autowired
    AuditLog log;

    @AfterEach
    void asShipped() {
        trials.cancel();
        await().until(() -> trials.last().filter(Trial::running).isEmpty());
        trials.cancel();
        if (!tuner.tuning().none()) {
            tuner.save(Tuning.NONE, "test", "over");
        }
    }

    private double weight(String symbol) {
        return classifier
                .standard()
                .catalogue()
                .find(symbol)
                .map(CatalogueEntry::weight)
                .orElseThrow();
    }

    private String attempt(String... fields) throws Exception {
        return Optional.ofNullable(submit(Role.ADMIN, "/rules/try", fields).getRedirectedUrl())
                .orElse("");
    }

    /** What a form of a second administrator answers. */
    private MockHttpServletResponse asAnother(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post(URI.create(path))
                .session(SignedInAs.roles(service, Role.ADMIN, Role.AGENT))
                .with(csrf())
                .accept("text/html");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return ask(form);
    }

    private void tried() {
        await().until(() -> trials.last().filter(Trial::running).isEmpty());
    }

    @Test
    void theCatalogueIsShownInBothLanguagesWithWhereItComesFrom() throws Exception {
        assertThat(html("/rules"))
                .contains("CLI_WITHHELD", "number withheld", "name=\"w.CLI_WITHHELD\" value=\"0.30\"", "acts by itself")
                .contains("name=\"t.TAG\" value=\"0.50\"")
                .doesNotContain("name=\"w.BLOCK_LISTED\"");
        assertThat(html("/rules?lang=zh")).contains("主叫号码被隐藏", "站点文件", "试算");
    }

    @Test
    void whatIsTriedShowsWhatWouldChangeAndIsSavedAndTakenBack() throws Exception {
        String before = tuner.version();

        assertThat(attempt("t.TAG", "0.01", "w.CLI_WITHHELD", "1.5", "days", "1"))
                .isEqualTo("/rules?done=tried");
        tried();
        Trial trial = trials.last().orElseThrow();
        assertThat(trial.state()).isEqualTo(Trial.State.DONE);
        assertThat(tuner.version()).as("nothing is changed by a trial").isEqualTo(before);
        String html = html("/rules");
        assertThat(html).contains("calls would be met otherwise.", "tag 0.50 → 0.01", "CLI_WITHHELD 0.30 → 1.50");
        assertThat(html).contains("href=\"/calls/pbx:1763800000.", "CLI_WITHHELD: 1.50");
        assertThat(html).contains("name=\"w.CLI_WITHHELD\" value=\"1.50\"");

        assertThat(submit(Role.ADMIN, "/rules/save", "trial", trial.id(), "note", "")
                        .getRedirectedUrl())
                .isEqualTo("/rules?fault=NOTE");
        assertThat(submit(Role.ADMIN, "/rules/save", "trial", trial.id(), "note", "fewer withheld")
                        .getRedirectedUrl())
                .isEqualTo("/rules?done=asked");
        assertThat(log.page(AuditQuery.newest(1)).getFirst().deed()).isEqualTo(Deed.RULES_PROPOSED);
        assertThat(tuner.version()).as("one person's word").isEqualTo(before);
        assertThat(html("/rules?done=asked"))
                .contains("admin asks for this.", "Take back")
                .doesNotContain("Confirm: ");
        assertThat(submit(Role.ADMIN, "/rules/save", "trial", trial.id(), "note", "again")
                        .getRedirectedUrl())
                .isEqualTo("/rules?fault=OWN");
        assertThat(asAnother("/rules/save", "trial", trial.id(), "note", "seen").getRedirectedUrl())
                .isEqualTo("/rules?done=saved");
        assertThat(weight("CLI_WITHHELD")).isEqualTo(1.5);
        assertThat(classifier.standard().thresholds().tag()).isEqualTo(0.01);
        AuditEntry confirmed = log.page(AuditQuery.newest(1)).getFirst();
        assertThat(confirmed.deed()).isEqualTo(Deed.RULES_CONFIRMED);
        assertThat(confirmed.before()).isEqualTo("wanted by admin by password from 127.0.0.1");
        assertThat(confirmed.after())
                .isEqualTo("WARNING: one address; confirmed by admin-agent by password from 127.0.0.1");
        AuditEntry entry = log.page(AuditQuery.newest(2)).getLast();
        assertThat(entry.deed()).isEqualTo(Deed.RULES_CHANGED);
        assertThat(entry.who()).isEqualTo("admin-agent");
        assertThat(entry.before()).isEqualTo(before);
        assertThat(entry.after())
                .isEqualTo("fewer withheld; admin asked, seen: tag 0.50 → 0.01, CLI_WITHHELD 0.30 → 1.50");
        assertThat(html("/rules")).contains("fewer withheld", "saved here", "decides");

        assertThat(submit(Role.ADMIN, "/rules/back", "note", "as it was").getRedirectedUrl())
                .isEqualTo("/rules?done=back");
        assertThat(tuner.version()).isEqualTo(before);
        String first = tuner.latest(9).get(1).id();
        submit(Role.ADMIN, "/rules/back", "id", first, "note", "after all");
        assertThat(weight("CLI_WITHHELD")).isEqualTo(1.5);
    }

    @ParameterizedTest
    @CsvSource({"t.TAG, 0.01, t.CHALLENGE, 0.029", "w.CLI_WITHHELD, 6, w.CLI_OWN, 2.4"})
    void rulesThatKeepTheInnocentAwayAreSavedByNobody(String one, String is, String other, String so) throws Exception {
        String before = tuner.version();
        attempt(one, is, other, so, "days", "1");
        tried();
        String trial = trials.last().orElseThrow().id();

        assertThat(submit(Role.ADMIN, "/rules/save", "trial", trial, "note", "x")
                        .getRedirectedUrl())
                .isEqualTo("/rules?fault=PERIL");
        assertThat(html("/rules?fault=PERIL")).contains("would be kept from the agents");
        assertThat(tuner.version()).isEqualTo(before);
    }

    @Test
    void goodTalksThatWouldBeHitComeFirst() throws Exception {
        attempt("t.TAG", "0.005", "t.CHALLENGE", "0.01", "days", "1");
        tried();

        String html = html("/rules");
        assertThat(html).contains("good talks would be met harder than now.");
        String examples = html.substring(html.indexOf("<ul class=\"examples\">"));
        assertThat(examples.indexOf("good talk")).isBetween(0, 600);
    }

    @Test
    void ofTwoTrialsOneRunsAndWhatOthersSavedMeanwhileIsNotOverwritten() throws Exception {
        attempt("t.TAG", "0.4", "days", "1");
        tried();
        Trial trial = trials.last().orElseThrow();
        tuner.save(new Tuning(Map.of("CLI_OWN", 3.0), Optional.empty()), "somebody", "else");

        assertThat(html("/rules")).contains("Other rules decide since this trial began.");
        assertThat(submit(Role.ADMIN, "/rules/save", "trial", trial.id(), "note", "x")
                        .getRedirectedUrl())
                .isEqualTo("/rules?fault=STALE");
        assertThat(submit(Role.ADMIN, "/rules/save", "trial", "another", "note", "x")
                        .getRedirectedUrl())
                .isEqualTo("/rules?fault=GONE");
        assertThat(submit(Role.ADMIN, "/rules/cancel").getRedirectedUrl()).isEqualTo("/rules?done=cancelled");
        assertThat(trials.last()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "w.CLI_OWN, 10.01, 10",
        "w.CLI_OWN, x, -10",
        "t.TAG, 0, 0.0001",
        "t.DETER, 1, 0.9999",
        "t.CHALLENGE, 0.50, 0.51",
    })
    void aFieldThatCannotBeIsMarkedAndWhatWasTypedStays(String field, String wrong, String right) throws Exception {
        String html = submit(Role.ADMIN, "/rules/try", field, wrong, "w.CLI_WITHHELD", "0.77", "days", "3")
                .getContentAsString();

        assertThat(html).contains("The marked fields cannot be", "aria-invalid=\"true\"", "value=\"0.77\"");
        assertThat(attempt(field, right, "days", "1")).isEqualTo("/rules?done=tried");
    }

    @Test
    void theSameRulesAreNotTried() throws Exception {
        assertThat(attempt("w.CLI_OWN", "2.5", "days", "1")).isEqualTo("/rules?fault=SAME");
        assertThat(submit(Role.ADMIN, "/rules/back", "note", "x").getRedirectedUrl())
                .isEqualTo("/rules?fault=SAME");
    }

    @Test
    void whoeverOnlyReadsTriesAndSavesNothing() throws Exception {
        String html = page(Role.SECURITY, "/rules").getContentAsString();
        assertThat(html).contains("readonly").doesNotContain("Over the last");
        for (String path : new String[] {"/rules/try", "/rules/save", "/rules/back", "/rules/cancel"}) {
            assertThat(submit(Role.SECURITY, path, "trial", "x", "note", "x").getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(page(Role.AGENT, "/rules").getStatus()).isEqualTo(403);
    }
}
