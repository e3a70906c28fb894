package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.quell.classifier.Action;
import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.deed.rules.RuleDeeds.Outcome;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.testing.SignedInAs;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.Findings;
import dev.quell.tuning.proposal.Findings.Move;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Base;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import dev.quell.tuning.proposal.RuleProposalStore;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.TuningTrials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules that wait for a second person, on the page. */
class RuleProposalsPageTests extends ConsolePageTests {

    @Autowired
    Tuner tuner;

    @Autowired
    TuningTrials trials;

    @Autowired
    RuleProposalStore store;

    @Autowired
    RuleConfirmations second;

    @Autowired
    AuditLog log;

    @Autowired
    Accounts accounts;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void asShipped() {
        trials.cancel();
        await().until(() -> trials.last().filter(Trial::running).isEmpty());
        trials.cancel();
        made.forEach(id -> store.turnDown(id, new Decision(clock.instant(), "test", false)));
        if (!tuner.tuning().none()) {
            tuner.save(Tuning.NONE, "test", "over");
        }
    }

    private RuleProposal wanted(String author, Duration ago) {
        page(Role.ADMIN);
        RuleProposal proposal = new RuleProposal(
                UUID.randomUUID().toString(),
                new Tuning(Map.of("CLI_WITHHELD", 0.9), Optional.empty()),
                new Base(tuner.held().map(Revision::id).orElse(""), tuner.version()),
                1,
                "fewer of +8613700137099",
                author,
                clock.instant().minus(ago).truncatedTo(ChronoUnit.MILLIS),
                new Findings(
                        12, 3, 2, 4, List.of(new Move(Action.PASS, Action.TAG, 2, 2, 0, List.of("pbx:1763800000.6")))),
                Optional.empty());
        assertThat(store.add(proposal)).isTrue();
        made.add(proposal.id());
        return proposal;
    }

    private RuleProposal wanted(String author) {
        return wanted(author, Duration.ZERO);
    }

    /** Its account is there then. */
    private void page(Role role) {
        SignedInAs.roles(service, role);
    }

    private String shown(RuleProposal proposal, String html) {
        int begin = html.indexOf("data-proposal=\"" + proposal.id() + "\"");
        return begin < 0 ? "" : html.substring(begin, html.indexOf("</article>", begin));
    }

    private String asAnother(String path) throws Exception {
        return ask(get(URI.create(path))
                        .session(SignedInAs.roles(service, Role.ADMIN, Role.AGENT))
                        .accept("text/html"))
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String anotherSays(String path, RuleProposal proposal) throws Exception {
        return Optional.ofNullable(ask(post(URI.create(path))
                                .session(SignedInAs.roles(service, Role.ADMIN, Role.AGENT))
                                .with(csrf())
                                .accept("text/html")
                                .param("proposal", proposal.id())
                                .param("note", "looked at both"))
                        .getRedirectedUrl())
                .orElse("");
    }

    private String says(String path, RuleProposal proposal) throws Exception {
        return Optional.ofNullable(submit(Role.ADMIN, path, "proposal", proposal.id(), "note", "mine")
                        .getRedirectedUrl())
                .orElse("");
    }

    private Optional<Decision> decided(RuleProposal proposal) {
        return store.find(proposal.id()).orElseThrow().decision();
    }

    @Test
    void whatWasToldIsShownToTheSecondPersonWhoConfirms() throws Exception {
        RuleProposal proposal = wanted("admin");
        String before = tuner.version();

        assertThat(shown(proposal, html("/rules")))
                .contains("CLI_WITHHELD 0.30 → 0.90", "3 of 12 calls would be met otherwise", "of 4 callers one")
                .contains("2 good talks would be met harder than now", "href=\"/calls/pbx:1763800000.6\"", "Take back")
                .doesNotContain("Confirm: ");
        assertThat(shown(proposal, asAnother("/rules")))
                .contains("admin asks for this", "Confirm: 3 of 12 calls", "Turn down", "name=\"note\"");
        assertThat(shown(proposal, html("/rules?lang=zh"))).contains("admin 于", "撤回");
        html("/rules?lang=en");

        assertThat(says("/rules/confirm", proposal)).isEqualTo("/rules?fault=OWN");
        assertThat(decided(proposal)).isEmpty();
        assertThat(anotherSays("/rules/confirm", proposal)).isEqualTo("/rules?done=saved");

        assertThat(tuner.tuning()).isEqualTo(proposal.tuning());
        assertThat(decided(proposal).orElseThrow().by()).isEqualTo("admin-agent");
        assertThat(decided(proposal).orElseThrow().accepted()).isTrue();
        List<AuditEntry> entries = log.page(AuditQuery.newest(2));
        assertThat(entries).extracting(AuditEntry::deed).containsExactly(Deed.RULES_CONFIRMED, Deed.RULES_CHANGED);
        assertThat(entries).extracting(AuditEntry::subject).first().isEqualTo("rules " + tuner.version());
        assertThat(entries.getFirst().after()).contains("confirmed by admin-agent");
        assertThat(entries.getLast().before()).isEqualTo(before);
        assertThat(entries.getLast().after()).contains("admin asked, looked at both: CLI_WITHHELD 0.30 → 0.90");
        assertThat(anotherSays("/rules/confirm", proposal)).isEqualTo("/rules?fault=GONE");
        assertThat(shown(proposal, html("/rules"))).isEmpty();
    }

    @Test
    void ofManyWordsAtOnceOneCounts() throws Exception {
        RuleProposal proposal = wanted("admin");
        SignedInAs.roles(service, Role.ADMIN, Role.AGENT);
        Asker another = Asker.of(Person.of(accounts.find("admin-agent").orElseThrow()));
        int revisions = tuner.latest(1000).size();
        List<Outcome> outcomes = new ArrayList<>();

        Callable<Outcome> confirms = () -> second.confirm(proposal.id(), "at once", another);
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome> word : people.invokeAll(Collections.nCopies(8, confirms))) {
                outcomes.add(word.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce(Outcome.DONE);
        assertThat(tuner.latest(1000)).hasSize(revisions + 1);
    }

    @Test
    void whatWasTriedAgainstOtherRulesIsOnlyTriedAgainOrTurnedDown() throws Exception {
        RuleProposal proposal = wanted("admin");
        assertThat(second.open()).contains(proposal);
        tuner.save(new Tuning(Map.of("CLI_OWN", 3.0), Optional.empty()), "somebody", "else");
        assertThat(second.open()).doesNotContain(proposal);

        assertThat(shown(proposal, asAnother("/rules")))
                .contains("Other rules decide since this was tried", "Try again", "Turn down")
                .contains("CLI_WITHHELD 0.30 → 0.90")
                .doesNotContain("Confirm: ", "CLI_OWN");
        assertThat(anotherSays("/rules/confirm", proposal)).isEqualTo("/rules?fault=STALE");
        assertThat(decided(proposal)).isEmpty();

        assertThat(anotherSays("/rules/try-again", proposal)).isEqualTo("/rules?done=tried");
        assertThat(trials.last().orElseThrow().tuning().weights())
                .as("what was saved meanwhile stays")
                .isEqualTo(Map.of("CLI_OWN", 3.0, "CLI_WITHHELD", 0.9));
        assertThat(anotherSays("/rules/turn-down", proposal)).isEqualTo("/rules?done=turned-down");
    }

    @ParameterizedTest
    @CsvSource({"rules.disabled, ADMIN, true", "rules.demoted, AUDITOR, false", "rules.unknown, , false"})
    void whoeverMayChangeRulesNoMoreDoesNotCount(String author, Role role, boolean disabled) throws Exception {
        if (role != null) {
            accounts.add(new Account(
                    author,
                    author,
                    Set.of(role),
                    Optional.empty(),
                    new PasswordHash("{none}"),
                    Instant.EPOCH,
                    disabled,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
        RuleProposal proposal = wanted(author);

        assertThat(shown(proposal, asAnother("/rules")))
                .contains(author + " may not change rules any more", "Turn down")
                .doesNotContain("Confirm: ");
        assertThat(anotherSays("/rules/confirm", proposal)).isEqualTo("/rules?fault=LAPSED");
        assertThat(html("/rules?fault=LAPSED")).contains("has no account any more");
        assertThat(second.open()).doesNotContain(proposal);
        assertThat(decided(proposal)).isEmpty();
    }

    @Test
    void whatIsTurnedDownAndTakenBackIsAudited() throws Exception {
        RuleProposal one = wanted("admin");
        RuleProposal other = wanted("admin");

        assertThat(anotherSays("/rules/turn-down", one)).isEqualTo("/rules?done=turned-down");
        AuditEntry entry = log.page(AuditQuery.newest(1)).getFirst();
        assertThat(entry.deed()).isEqualTo(Deed.RULES_TURNED_DOWN);
        assertThat(entry.who()).isEqualTo("admin-agent");
        assertThat(entry.before()).endsWith(": CLI_WITHHELD 0.30 → 0.90");
        assertThat(entry.after()).isEqualTo("proposed by admin");
        assertThat(says("/rules/turn-down", other)).isEqualTo("/rules?done=turned-down");
        assertThat(log.page(AuditQuery.newest(1)).getFirst().after()).isEqualTo("taken back");

        assertThat(decided(one).orElseThrow().accepted()).isFalse();
        assertThat(anotherSays("/rules/confirm", one)).isEqualTo("/rules?fault=GONE");
        assertThat(anotherSays("/rules/turn-down", one)).isEqualTo("/rules?fault=GONE");
        assertThat(tuner.tuning()).isEqualTo(Tuning.NONE);
    }

    @Test
    void whoeverOnlyReadsSeesNoNumberAndNoButton() throws Exception {
        RuleProposal proposal = wanted("admin");

        String html = shown(proposal, page(Role.AUDITOR, "/rules").getContentAsString(StandardCharsets.UTF_8));

        assertThat(html).contains("fewer of ", "3 of 12 calls").doesNotContain("13700137099", "<form", "<button");
    }

    @Test
    void afterSevenDaysItWaitsNoMore() throws Exception {
        RuleProposal young = wanted("admin", Duration.ofDays(7).minusHours(1));
        RuleProposal old = wanted("admin", Duration.ofDays(7));

        String html = asAnother("/rules");

        assertThat(shown(young, html)).isNotEmpty();
        assertThat(shown(old, html)).isEmpty();
        assertThat(anotherSays("/rules/confirm", old)).isEqualTo("/rules?fault=GONE");
    }
}
