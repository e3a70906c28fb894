package dev.quell.console.evidence;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.ToldHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the chain over the call log.
 *
 * @param block the number of the last block; 0 if there is none
 * @param at when it was made
 * @param hash its hash
 * @param unsigned how many blocks came after the last that is signed
 * @param fingerprint of the key that signs; empty if it cannot be used
 * @param pem the public key; empty if it cannot be used
 * @param told where the end was last told
 * @param shared whether it is told to the record that instances share, too
 * @param troubles what is wrong
 * @param last the last check that was done to its end; empty if there is none
 * @param work the check that goes on or was done last since the start; empty if there was none
 */
public record ChainView(
        long block,
        Instant at,
        String hash,
        long unsigned,
        String fingerprint,
        String pem,
        ToldHead told,
        boolean shared,
        List<Trouble> troubles,
        Optional<LastCheck> last,
        Optional<Check> work) {
    public ChainView {
        troubles = List.copyOf(troubles);
    }

    /**
     * Something that is wrong.
     *
     * @param key which text says what to do
     * @param words as the service says it, in English
     */
    public record Trouble(String key, String words) {}

    /**
     * A check that was done.
     *
     * @param word holds, unsure if not all could be compared, or fails
     */
    public record LastCheck(Instant at, String who, String word) {}

    /**
     * A check as it stands.
     *
     * @param state RUNNING, DONE, CANCELLED, TOO_LARGE or FAILED
     * @param heads how many lines of heads it compares with
     * @param report what was found; empty unless it is done
     */
    public record Check(
            String state,
            String by,
            Instant startedAt,
            int heads,
            long percent,
            long reached,
            long last,
            Optional<ChainReport> report) {

        /** Whether it still goes on. */
        public boolean running() {
            return state.equals("RUNNING");
        }
    }
}
