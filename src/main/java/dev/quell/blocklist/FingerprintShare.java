package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.util.OptionalDouble;

/** The port to how common a signalling fingerprint is on a trunk: a common one identifies nobody. */
public interface FingerprintShare {

    /** Takes note of a call. */
    void seen(CallerNumber caller, String trunk, String fingerprint);

    /**
     * The share of the other callers' recent calls over a trunk that have the fingerprint, 0 to 1; empty if fewer than {@code least} such calls are known.
     */
    OptionalDouble amongOthers(CallerNumber caller, String trunk, String fingerprint, int least);
}
