package dev.quell.calibration;

import java.util.Optional;

/**
 * What a calibration found.
 *
 * @param labels of all labelled calls
 * @param calls all calls, labelled or not
 * @param refusal why nothing is proposed, in a sentence; empty if the proposal stands
 * @param tested what was fitted and how it did; empty if there were too few labels to fit anything
 */
public record CalibrationResult(
        Labels labels, long calls, Split split, Optional<String> refusal, Optional<Tested> tested) {

    /** A fit and its figures on the held-out calls. */
    record Tested(Proposal proposal, Comparison comparison) {}

    /** Whether there is something to propose. */
    public boolean proposes() {
        return refusal.isEmpty();
    }
}
