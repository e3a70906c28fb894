package dev.quell.web.rules;

import dev.quell.classifier.Action;
import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.security.masking.Masking;
import dev.quell.tuning.proposal.Findings;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights and thresholds that wait for a second person.
 *
 * @param id that of the trial
 * @param author whoever asked: an account, or {@code token:} and a token's id
 * @param note why
 * @param created when it was asked
 * @param expires how long it can be confirmed
 * @param days over how many days it was tried
 * @param base the version of the rules that it was tried against
 * @param stale whether other rules decide since, so that it can only be tried again or turned down
 * @param lapsed whether whoever asked may not change rules any more, or did so by a token that is over, so that nobody can confirm it
 * @param changes against what decided when it was tried, in words
 * @param tried what the trial told
 * @param weights set over the site's file
 * @param thresholds set over the site's file; absent if they are the file's
 */
record RuleProposalView(
        String id,
        String author,
        String note,
        Instant created,
        Instant expires,
        int days,
        String base,
        boolean stale,
        boolean lapsed,
        List<String> changes,
        Tried tried,
        Map<String, Double> weights,
        @Nullable ThresholdsView thresholds) {

    /**
     * What a trial told.
     *
     * @param calls that were decided again
     * @param changed whose action would be another
     * @param goodHarder good talks that would be met harder
     * @param sample of so many callers one was looked at; 1: of all
     */
    record Tried(long calls, long changed, long goodHarder, int sample, List<Moved> changes) {
        static Tried of(Findings found) {
            return new Tried(
                    found.calls(),
                    found.changed(),
                    found.harmed(),
                    found.sample(),
                    found.moves().stream().map(Moved::of).toList());
        }
    }

    /**
     * Calls that change alike.
     *
     * @param good good talks among them
     * @param nuisance those flagged as a nuisance
     * @param examples the ids of a few good talks that would be met harder; see GET /api/v1/calls/{reference}
     */
    record Moved(Action before, Action after, long calls, long good, long nuisance, List<String> examples) {
        static Moved of(Findings.Move move) {
            return new Moved(move.before(), move.after(), move.calls(), move.good(), move.nuisance(), move.examples());
        }
    }

    static RuleProposalView of(RuleProposal proposal, RuleProposals proposals, RuleConfirmations second) {
        return new RuleProposalView(
                proposal.id(),
                proposal.author(),
                Masking.text(proposal.note()),
                proposal.askedAt(),
                RuleProposals.until(proposal),
                proposal.days(),
                proposal.base().version(),
                proposals.isStale(proposal),
                second.isLapsed(proposal),
                second.changes(proposal),
                Tried.of(proposal.findings()),
                proposal.tuning().weights(),
                proposal.tuning().thresholds().map(ThresholdsView::of).orElse(null));
    }
}
