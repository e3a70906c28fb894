package dev.quell.replay;

import dev.quell.blocklist.ListMatch;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import java.util.Optional;

/**
 * What was decided about a call that arrived.
 *
 * @param applied what was done; milder than the verdict's action in observe mode, in the holdout and under the safety floor
 * @param appliedBecause {@code enforce}, {@code observe}, {@code holdout} or {@code floor}
 * @param entry the deciding entry of the allow or block list
 */
public record Decided(
        IncomingCall call, Verdict verdict, Action applied, String appliedBecause, Optional<ListMatch> entry) {}
