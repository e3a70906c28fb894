package dev.quell.evidence;

import java.time.Instant;

/**
 * What a look found in a chain that the service does not sign any more, by what people may choose.
 *
 * @param endGone the block that was told to be the end and is not here; 0 if it is here
 * @param unsigned what was taken in that nothing signed yet
 * @param changed how many faults no older copy and no version that does not sign can have left: rows were changed or are missing
 * @param report all that was found
 */
public record ChainFindings(long endGone, Unsigned unsigned, long changed, ChainReport report) {

    /** The word of a note that tells what was accepted. */
    public static final String FOUND = "found";

    /**
     * Calls that nothing signed.
     *
     * @param calls how many
     * @param first when the first arrived; of no meaning if there are none
     * @param last when the last arrived; of no meaning if there are none
     */
    public record Unsigned(long calls, Instant first, Instant last) {}

    /** Whether people may accept it without accepting that something was changed. */
    public boolean harmless() {
        return changed == 0;
    }

    /** It in a few words, for the chain. */
    public String words() {
        StringBuilder words = new StringBuilder();
        if (endGone > 0) {
            words.append("block ").append(endGone).append(", told to be the end, is gone; ");
        }
        words.append(unsigned.calls()).append(" calls without a signature");
        if (unsigned.calls() > 0) {
            words.append(", ").append(unsigned.first()).append(" to ").append(unsigned.last());
        }
        if (changed > 0) {
            words.append("; ").append(changed).append(" faults, rows were changed or are missing");
        }
        return words.toString();
    }
}
