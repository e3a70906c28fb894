package dev.quell.tuning.trial;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
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
 * @param sample of so many callers one was looked at, with all calls of that one; 1: of all
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
        int sample,
        Optional<BacktestResult> result) {

    /** So many calls tell something; fewer need a second person's judgement. */
    public static final long ENOUGH = 1_000;

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

    /** Whether one person may not save it alone: it looked at too few calls, or good talks would be met harder. */
    public boolean needsSecond() {
        return result.map(found -> found.run().calls()).orElse(0L) < ENOUGH || goodHarder() > 0;
    }

    /** Good talks that would be met harder than now. */
    public long goodHarder() {
        return result.flatMap(BacktestResult::difference).stream()
                .flatMap(found -> found.changes().stream())
                .filter(change -> change.after().compareTo(change.before()) > 0)
                .mapToLong(Change::goodCalls)
                .sum();
    }

    Trial at(State now, long read, double done, Optional<BacktestResult> found) {
        return new Trial(id, tuning, days, author, base, startedAt, now, read, done, sample, found);
    }

    Trial sampling(int oneIn) {
        return new Trial(id, tuning, days, author, base, startedAt, State.RUNNING, 0, 0, oneIn, result);
    }
}
