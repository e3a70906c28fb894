package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.storage.jdbc.desk.JdbcRuleProposalStore;
import dev.quell.storage.jdbc.people.JdbcAuditLog;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of proposed rules promises. */
abstract class RuleProposalContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;
    private static final Decision YES = new Decision(NOW.plusSeconds(9), "wang", true);
    private static final Decision NO = new Decision(NOW.plusSeconds(8), "zhao", false);

    private JdbcRuleProposalStore proposals;
    private JdbcRevisionStore revisions;

    @BeforeEach
    void make() {
        proposals = new JdbcRuleProposalStore(database());
        revisions = new JdbcRevisionStore(database());
    }

    private static Revision revision(String id, Instant at) {
        return new Revision(id, at, "wang", "agreed", Tuning.NONE);
    }

    private static AuditEntry note(Deed deed, String subject) {
        return new AuditEntry(0, NOW, "wang", deed, subject, "", "", "");
    }

    private List<String> audited() {
        return new JdbcAuditLog(database())
                .page(AuditQuery.newest(9)).stream().map(AuditEntry::subject).toList();
    }

    @Test
    void whatWasProposedComesBackAsItWasOldestFirst() {
        RuleProposal later = Proposed.rules("bbbbbbbb-1", "", NOW.plusMillis(1));
        RuleProposal first = Proposed.rules("aaaaaaaa-1", "0123456789abcdef", NOW);
        assertThat(proposals.add(later, note(Deed.RULES_PROPOSED, "rules b"))).isTrue();
        assertThat(proposals.add(first)).isTrue();

        assertThat(proposals.waiting(9)).containsExactly(first, later);
        assertThat(proposals.waiting(1)).containsExactly(first);
        assertThat(proposals.find("bbbbbbbb-1")).contains(later);
        assertThat(proposals.find("cccccccc-1")).isEmpty();
        assertThat(audited()).containsExactly("rules b");
    }

    @Test
    void oneTrialIsProposedOnceAndTheSecondTimeIsNotAudited() {
        RuleProposal first = Proposed.rules("aaaaaaaa-1", "", NOW);
        proposals.add(first);

        assertThat(proposals.add(
                        Proposed.rules("aaaaaaaa-1", "", NOW.plusSeconds(1)), note(Deed.RULES_PROPOSED, "again")))
                .isFalse();

        assertThat(proposals.waiting(9)).containsExactly(first);
        assertThat(audited()).isEmpty();
    }

    @Test
    void oneIsTurnedDownOnce() {
        proposals.add(Proposed.rules("aaaaaaaa-1", "", NOW));

        assertThat(proposals.turnDown("aaaaaaaa-1", NO, note(Deed.RULES_TURNED_DOWN, "first")))
                .isTrue();
        assertThat(proposals.turnDown("aaaaaaaa-1", YES, note(Deed.RULES_TURNED_DOWN, "second")))
                .isFalse();
        assertThat(proposals.accept("aaaaaaaa-1", YES, revision("aaaaaaaa", NOW)))
                .isFalse();

        assertThat(proposals.find("aaaaaaaa-1").orElseThrow().decision()).contains(NO);
        assertThat(proposals.waiting(9)).isEmpty();
        assertThat(audited()).containsExactly("first");
        assertThat(revisions.latest(9)).isEmpty();
    }

    @Test
    void theRevisionTheDecisionAndTheAuditAreKeptTogether() {
        Revision base = revision("bbbbbbbb", NOW);
        revisions.add(base);
        proposals.add(Proposed.rules("aaaaaaaa-1", "bbbbbbbb", NOW));

        assertThatThrownBy(() -> proposals.accept("aaaaaaaa-1", YES, base, note(Deed.RULES_CONFIRMED, "never")))
                .as("an id is given once")
                .isInstanceOf(RuntimeException.class);
        assertThat(proposals.find("aaaaaaaa-1").orElseThrow().decision()).isEmpty();
        assertThat(audited()).isEmpty();

        Revision made = revision("cccccccc", NOW.plusSeconds(9));
        assertThat(proposals.accept("aaaaaaaa-1", YES, made, note(Deed.RULES_CONFIRMED, "once")))
                .isTrue();
        assertThat(proposals.find("aaaaaaaa-1").orElseThrow().decision()).contains(YES);
        assertThat(revisions.latest(9)).containsExactly(made, base);
        assertThat(audited()).containsExactly("once");
    }

    @Test
    void whatWasTriedAgainstOtherRulesIsNotAccepted() {
        proposals.add(Proposed.rules("aaaaaaaa-1", "", NOW));
        Revision meanwhile = revision("bbbbbbbb", NOW.plusSeconds(1));
        revisions.add(meanwhile);

        assertThat(proposals.accept(
                        "aaaaaaaa-1", YES, revision("cccccccc", NOW.plusSeconds(9)), note(Deed.RULES_CONFIRMED, "x")))
                .isFalse();

        assertThat(proposals.waiting(9)).hasSize(1);
        assertThat(revisions.latest(9)).containsExactly(meanwhile);
        assertThat(audited()).isEmpty();
        assertThat(proposals.turnDown("aaaaaaaa-1", NO)).isTrue();
    }

    @Test
    void ofManyAtOnceOneDecides() throws Exception {
        proposals.add(Proposed.rules("aaaaaaaa-1", "", NOW));
        int many = 8;
        List<Callable<Boolean>> words = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            String name = "dddddddd" + each;
            words.add(() -> proposals.accept("aaaaaaaa-1", YES, revision(name, NOW), note(Deed.RULES_CONFIRMED, name)));
        }

        int decided = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(many)) {
            for (Future<Boolean> word : people.invokeAll(words)) {
                decided += word.get() ? 1 : 0;
            }
        }

        assertThat(decided).isEqualTo(1);
        assertThat(revisions.latest(99)).hasSize(1);
        assertThat(audited()).hasSize(1);
    }
}
