package dev.quell.calibration.fit;

import java.time.Instant;
import java.util.List;

/**
 * A call of which it is known whether it was a nuisance, with what spoke about it when it arrived. The label's own flag or talk came later and is not
 * among the evidence.
 *
 * @param caller tells one caller from another; a withheld call is a caller of its own
 * @param at when it arrived
 * @param shares at most one for each symbol
 */
public record LabelledCall(String caller, Instant at, boolean nuisance, List<Share> shares) {

    public LabelledCall {
        shares = List.copyOf(shares);
    }
}
