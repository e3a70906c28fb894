package dev.quell.deed.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleDeeds.Outcome;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.Deed;
import dev.quell.security.pairs.Objection;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.pairs.Spoken;
import dev.quell.security.pairs.Standing;
import dev.quell.security.people.Right;
import dev.quell.tuning.PerilousRules;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import dev.quell.tuning.proposal.RuleProposalStore;
import dev.quell.tuning.proposal.RuleProposals;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.TuningTrials;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What two people do about rules that one may not save alone: one asks, another one confirms or turns down. A token's word is that of whoever made it. */
@Component
public final class RuleConfirmations {
    private static final int LONGEST = 200;

    private final RuleProposals proposals;
    private final RuleProposalStore store;
    private final RuleKeeper keeper;
    private final Tuner tuner;
    private final TuningTrials trials;
    private final Pairs pairs;
    private final Standing standing;
    private final Spoken spoken;
    private final Audit audit;
    private final Clock clock;

    RuleConfirmations(
            RuleProposals proposals,
            RuleProposalStore store,
            RuleKeeper keeper,
            Tuner tuner,
            TuningTrials trials,
            Pairs pairs,
            Standing standing,
            Spoken spoken,
            Audit audit,
            Clock clock) {
        this.proposals = proposals;
        this.store = store;
        this.keeper = keeper;
        this.tuner = tuner;
        this.trials = trials;
        this.pairs = pairs;
        this.standing = standing;
        this.spoken = spoken;
        this.audit = audit;
        this.clock = clock;
    }

    /** One person's word for a trial: it asks for it, or confirms it where another one has asked. */
    Outcome word(Trial tried, String reason, Asker by) {
        return proposals.asked(tried.id()).isPresent()
                ? confirm(tried.id(), reason, by)
                : ask(proposals.of(tried, reason, by.id()), by);
    }

    private Outcome ask(RuleProposal wanted, Asker by) {
        try {
            tuner.check(wanted.tuning());
        } catch (PerilousRules e) {
            return Outcome.PERIL;
        }
        AuditEntry note = audit.entry(
                Deed.RULES_PROPOSED, subject(wanted), "", by.words() + wanted.note() + ": " + words(wanted));
        return store.add(wanted, note) ? Outcome.ASKED : Outcome.GONE;
    }

    /** Why somebody may not confirm a proposal; empty if another person than who asked for it, as far as can be told. */
    public Optional<Objection> objection(RuleProposal proposal, Asker by) {
        return pairs.objection(proposal.author(), by.id(), proposal.askedAt());
    }

    /** Whether whoever asked for it may not change rules any more, or did so by a token that is over, so that nobody can confirm it. */
    public boolean isLapsed(RuleProposal proposal) {
        return !standing.may(proposal.author(), Right.WEIGH);
    }

    /** Those that can be confirmed, oldest first: neither stale nor lapsed. */
    public List<RuleProposal> open() {
        return proposals.waiting().stream()
                .filter(proposal -> !proposals.isStale(proposal) && !isLapsed(proposal))
                .toList();
    }

    /**
     * Saves what is proposed; not on the word of whoever proposed it. Decision, revision and audit are kept together, so that of two words at once one counts.
     *
     * @param reason 1 to 200 characters
     */
    public Outcome confirm(String id, String reason, Asker by) {
        Optional<RuleProposal> found = proposals.find(id);
        if (found.isEmpty()) {
            return Outcome.GONE;
        }
        RuleProposal wanted = found.get();
        if (proposals.isStale(wanted)) {
            return Outcome.STALE;
        }
        Optional<Objection> why = objection(wanted, by);
        if (why.isPresent()) {
            return Outcome.valueOf(why.get().word());
        }
        return isLapsed(wanted) || !standing.may(by.id(), Right.WEIGH) ? Outcome.LAPSED : confirmed(wanted, reason, by);
    }

    private Outcome confirmed(RuleProposal wanted, String reason, Asker by) {
        String note = shortened(wanted.note() + "; " + wanted.author() + " asked, " + reason);
        Spoken.Wanted first =
                new Spoken.Wanted(wanted.author(), Deed.RULES_PROPOSED, subject(wanted), wanted.askedAt());
        Outcome outcome = keeper.keep(
                wanted.tuning(),
                note,
                by,
                (revision, version, changed) -> store.accept(
                        wanted.id(),
                        new Decision(clock.instant(), by.id(), true),
                        revision,
                        changed,
                        spoken.confirmation(Deed.RULES_CONFIRMED, "rules " + version, first)));
        if (outcome == Outcome.DONE) {
            putAway(wanted.id());
        }
        // What was tried against is told by the record, which may know of a revision that is not heard of here yet.
        return outcome == Outcome.GONE && proposals.find(wanted.id()).isPresent() ? Outcome.STALE : outcome;
    }

    /** Turns a proposal down; whoever asked for it takes it back so. */
    public Outcome turnDown(String id, Asker by) {
        Optional<RuleProposal> found = proposals.find(id);
        if (found.isEmpty()) {
            return Outcome.GONE;
        }
        if (!keeper.mayChange()) {
            return Outcome.BUSY;
        }
        RuleProposal wanted = found.get();
        AuditEntry note = audit.entry(
                Deed.RULES_TURNED_DOWN,
                subject(wanted),
                wanted.note() + ": " + words(wanted),
                standing.isSame(wanted.author(), by.id()) ? "taken back" : "proposed by " + wanted.author());
        if (!store.turnDown(id, new Decision(clock.instant(), by.id(), false), note)) {
            return Outcome.GONE;
        }
        putAway(id);
        return Outcome.DONE;
    }

    /** The trial itself, if it was made here. */
    private void putAway(String id) {
        trials.last().filter(trial -> trial.id().equals(id)).ifPresent(trial -> trials.cancel());
    }

    /** What it would change, against what decided when it was tried. */
    public List<String> changes(RuleProposal proposal) {
        try {
            return Differences.between(
                    proposals.base(proposal).orElse(tuner.tuning()).over(tuner.site()),
                    proposal.tuning().over(tuner.site()));
        } catch (IllegalArgumentException e) {
            // Asked for under another catalogue or another file: it can be seen, and not confirmed.
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private String words(RuleProposal proposal) {
        return String.join(", ", changes(proposal));
    }

    private static String subject(RuleProposal proposal) {
        return "rules " + proposal.base().version();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
