package dev.quell.faults;

import dev.quell.faults.world.Normal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one round showed.
 *
 * @param calls calls placed
 * @param verdicts calls whose verdict Asterisk got
 * @param unscreened calls that passed without one, all of them written down as such
 * @param listChanges changes that a service acknowledged
 * @param strikes automatic blocks made
 * @param worst the longest wait for a verdict
 * @param stand the longest that a dialogue stood still after its step
 * @param spread the longest that a block made at one service took to bind at another, after the fault; 0 with one service
 * @param normal from the end of the fault until all was well
 * @param wrong what was lost, came twice or took too long; empty if nothing
 */
record RoundResult(
        Row row,
        long seed,
        int calls,
        long verdicts,
        long unscreened,
        long listChanges,
        long strikes,
        Duration worst,
        Duration stand,
        Duration spread,
        Duration normal,
        List<String> wrong) {

    RoundResult {
        wrong = List.copyOf(wrong);
    }

    /** One that could not be played, or not to its end. */
    static RoundResult notPlayed(Row row, long seed, String why) {
        return new RoundResult(
                row, seed, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Normal.PATIENCE, List.of(why));
    }

    /** The same with more that is wrong. */
    RoundResult and(List<String> more) {
        List<String> all = new ArrayList<>(wrong);
        all.addAll(more);
        return new RoundResult(
                row, seed, calls, verdicts, unscreened, listChanges, strikes, worst, stand, spread, normal, all);
    }

    boolean good() {
        return wrong.isEmpty();
    }

    /** One line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-16s seed=%-6d calls=%-4d verdicts=%-4d unscreened=%-3d lists=%-3d strikes=%-2d lost=%d worst=%d ms dialogue=+%d ms binds=%d ms normal=%.1f s",
                row.word(),
                seed,
                calls,
                verdicts,
                unscreened,
                listChanges,
                strikes,
                wrong.size(),
                worst.toMillis(),
                stand.toMillis(),
                spread.toMillis(),
                normal.toMillis() / 1000.0);
    }
}
