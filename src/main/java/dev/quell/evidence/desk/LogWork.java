package dev.quell.evidence.desk;

import dev.quell.evidence.ChainReport;
import java.time.Instant;
import java.util.Optional;

/**
 * A check of the whole call log, as it stands at one moment.
 *
 * @param by the account that asked for it
 * @param startedAt when it began
 * @param heads how many lines it compares with, that told where the chain ended
 * @param reached the block that was reached
 * @param last the chain's last block at the start
 * @param report what was found; empty unless it is done
 */
public record LogWork(
        String by, Instant startedAt, int heads, State state, long reached, long last, Optional<ChainReport> report) {

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** A person ended it. */
        CANCELLED,
        /** It would take more memory than a running service may spare. */
        TOO_LARGE,
        /** The log says why. */
        FAILED
    }

    /** Whether it still goes on. */
    public boolean running() {
        return state == State.RUNNING;
    }

    /** How much is done, 0 to 100. */
    public long percent() {
        return last == 0 ? 0 : Math.clamp(100 * reached / last, 0, 100);
    }

    LogWork at(long block) {
        return new LogWork(by, startedAt, heads, state, block, last, report);
    }

    LogWork ended(State how, Optional<ChainReport> found) {
        return new LogWork(by, startedAt, heads, how, reached, last, found);
    }
}
