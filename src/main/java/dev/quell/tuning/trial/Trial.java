package dev.quell.tuning.trial;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.tuning.Tuning;
import java.time.Instant;
import java.util.Optional;

/**
 * A tuning that is tried, as it stands at one moment.
 *
 * @param tuning what is tried; it is compared with what decides
 * @param days how many days up to the start are decided again
 * @param author the id of the person
 * @param base the rules' version that it is compared with
 * @param calls calls that were read so far
 * @param share how much is done, 0 to 1
 * @param result empty unless it is done
 */
public record Trial(
        String id,
        Tuning tuning,
        int days,
        String author,
        String base,
        Instant startedAt,
        State state,
        long calls,
        double share,
        Optional<BacktestResult> result) {

    /** How a trial stands. */
    public enum State {
        RUNNING,
        DONE,
        /** A person ended it. */
        CANCELLED,
        /** There are more calls than a running service may hold in memory beside its work. */
        TOO_MANY,
        /** The log says why. */
        FAILED
    }

    /** Whether it still reads. */
    public boolean running() {
        return state == State.RUNNING;
    }

    Trial at(State now, long read, double done, Optional<BacktestResult> found) {
        return new Trial(id, tuning, days, author, base, startedAt, now, read, done, found);
    }
}
