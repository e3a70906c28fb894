package dev.quell.tuning.proposal;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposal.Base;
import dev.quell.tuning.trial.Trial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The proposals of rules that wait, on all instances, and how they stand to the rules that decide here. */
@Service
public final class RuleProposals {

    /** After this a proposal is not confirmed any more: what was tried were other days. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final int MOST = 100;
    private static final int MOST_REVISIONS = 1000;

    private final RuleProposalStore store;
    private final Tuner tuner;
    private final Clock clock;

    RuleProposals(RuleProposalStore store, Tuner tuner, Clock clock) {
        this.store = store;
        this.tuner = tuner;
        this.clock = clock;
    }

    /**
     * What a trial that is done would be proposed as now; it is kept by the store.
     *
     * @param note 1 to 200 characters
     * @param author the id of the person
     * @throws IllegalArgumentException if it has no result
     */
    public RuleProposal of(Trial trial, String note, String author) {
        BacktestResult result =
                trial.result().orElseThrow(() -> new IllegalArgumentException("a trial without a result"));
        return new RuleProposal(
                trial.id(),
                trial.tuning(),
                new Base(held(), trial.base()),
                trial.days(),
                note,
                author,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Findings.of(result, trial.sample()),
                Optional.empty());
    }

    private String held() {
        return tuner.held().map(Revision::id).orElse("");
    }

    /** Those that wait and are not too old, oldest first; those that are stale too. */
    public List<RuleProposal> waiting() {
        return store.waiting(MOST).stream().filter(this::counts).toList();
    }

    /** A proposal that waits and is not too old. */
    public Optional<RuleProposal> find(String id) {
        return asked(id).filter(found -> found.decision().isEmpty()).filter(this::counts);
    }

    /** What became of a trial that somebody asked to be saved, decided or not. */
    public Optional<RuleProposal> asked(String trial) {
        return store.find(trial);
    }

    private boolean counts(RuleProposal proposal) {
        return until(proposal).isAfter(clock.instant());
    }

    /** How long it can be confirmed. */
    public static Instant until(RuleProposal proposal) {
        return proposal.askedAt().plus(GOOD_FOR);
    }

    /** Whether other rules decide here than those it was tried against, so that it can only be tried again or turned down. */
    public boolean isStale(RuleProposal proposal) {
        return !proposal.base().equals(new Base(held(), tuner.version()));
    }

    /** What people had set over the site's file when it was tried; empty if that is not known here. */
    public Optional<Tuning> base(RuleProposal proposal) {
        return proposal.base().revision().isEmpty()
                ? Optional.of(Tuning.NONE)
                : tuner.latest(MOST_REVISIONS).stream()
                        .filter(kept -> kept.id().equals(proposal.base().revision()))
                        .map(Revision::tuning)
                        .findFirst();
    }

    /** What it would change, over what decides now. */
    public Tuning anew(RuleProposal proposal) {
        return base(proposal)
                .map(base -> proposal.tuning().moved(base, tuner.tuning()))
                .orElse(proposal.tuning());
    }
}
