package dev.quell.deed.rules;

import dev.quell.deed.Asker;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposals;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.Trial.State;
import dev.quell.tuning.trial.TuningTrials;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Weights and thresholds are tried, saved, and earlier ones brought back. Each change is noted in the audit log once it is durable. */
@Component
public final class RuleDeeds {
    private static final int MOST_REVISIONS = 1000;

    private final Tuner tuner;
    private final TuningTrials trials;
    private final RuleProposals proposals;
    private final RuleConfirmations second;
    private final RuleKeeper keeper;

    RuleDeeds(Tuner tuner, TuningTrials trials, RuleProposals proposals, RuleConfirmations second, RuleKeeper keeper) {
        this.tuner = tuner;
        this.trials = trials;
        this.proposals = proposals;
        this.second = second;
        this.keeper = keeper;
    }

    /** What became of it. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** A trial runs already, or another instance changes rules just now. */
        BUSY,
        /** These are the rules that decide now. */
        SAME,
        /** There is no such trial with a result, no such revision, or no such proposal that waits. */
        GONE,
        /** Other rules decide since the trial began. */
        STALE,
        /** They cannot be over the site's file. */
        CANNOT,
        /** Callers would be kept from the agents who have done nothing. */
        PERIL,
        /** It waits for a second person now. */
        ASKED,
        /** The same person wants it already; another one has to. */
        OWN,
        /** The account of whoever wants it already looks like the same person's. */
        ALIKE,
        /** One person may be able to sign in with both accounts. */
        HANDLED,
        /** Whoever asked for it, or would confirm it, has no account any more that may change rules, or did so by a token that is over. */
        LAPSED
    }

    /** Begins to try a tuning over the last days. */
    public Outcome attempt(Tuning tuning, int days, Asker by) {
        try {
            if (Differences.between(tuner.present(), tuning.over(tuner.site())).isEmpty()) {
                return Outcome.SAME;
            }
            return trials.start(tuning, days, by.id()).isPresent() ? Outcome.DONE : Outcome.BUSY;
        } catch (IllegalArgumentException e) {
            return Outcome.CANNOT;
        }
    }

    /** Begins to try what a proposal that waits would change, over what decides now. */
    public Outcome again(String proposal, Asker by) {
        return proposals
                .find(proposal)
                .map(found -> attempt(proposals.anew(found), found.days(), by))
                .orElse(Outcome.GONE);
    }

    /**
     * Saves what was tried, or asks for it where one person may not.
     *
     * @param reason 1 to 200 characters
     */
    public Outcome save(String trial, String reason, Asker by) {
        Optional<Trial> tried = trials.last().filter(last -> last.id().equals(trial) && last.state() == State.DONE);
        if (tried.isEmpty()) {
            return Outcome.GONE;
        }
        if (!tried.get().base().equals(tuner.version())) {
            return Outcome.STALE;
        }
        return tried.get().needsSecond()
                ? second.word(tried.get(), reason, by)
                : kept(tried.get().tuning(), reason, by);
    }

    private Outcome kept(Tuning tuning, String reason, Asker by) {
        Outcome outcome = keeper.keep(tuning, reason, by);
        if (outcome != Outcome.BUSY) {
            trials.cancel();
        }
        return outcome;
    }

    /**
     * Makes an earlier revision the one that decides.
     *
     * @param revision its id; empty: the site's file alone
     * @param reason 1 to 200 characters
     */
    public Outcome back(String revision, String reason, Asker by) {
        return meant(revision).map(tuning -> keeper.keep(tuning, reason, by)).orElse(Outcome.GONE);
    }

    private Optional<Tuning> meant(String revision) {
        return revision.isEmpty()
                ? Optional.of(Tuning.NONE)
                : tuner.latest(MOST_REVISIONS).stream()
                        .filter(kept -> kept.id().equals(revision))
                        .map(Revision::tuning)
                        .findFirst();
    }
}
