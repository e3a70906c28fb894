package dev.quell.reporting;

import dev.quell.call.CallOutcome;
import dev.quell.call.Wilson;
import dev.quell.classifier.Action;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a treatment came to.
 *
 * @param calls with which it was done
 * @param nuisance how many of them were silent or noise
 * @param spoke how many of them spoke, to an agent or to a question
 * @param asked of how many it is known whether the caller called again
 * @param soon after how many of these the caller called again within an hour
 * @param later the same within 24 hours
 */
public record Effect(Action action, long calls, long nuisance, long spoke, long asked, long soon, long later) {

    /** The treatments that came up, the mildest first. */
    static List<Effect> all(List<TreatedCount> counts) {
        return Arrays.stream(Action.values())
                .map(action -> of(
                        action,
                        counts.stream()
                                .filter(count -> count.applied() == action)
                                .toList()))
                .filter(effect -> effect.calls > 0)
                .toList();
    }

    private static Effect of(Action action, List<TreatedCount> counts) {
        return new Effect(
                action,
                sum(counts, TreatedCount::calls),
                sum(counts.stream().filter(TreatedCount::nuisance).toList(), TreatedCount::calls),
                sum(counts.stream().filter(Effect::spoken).toList(), TreatedCount::calls),
                sum(counts, TreatedCount::asked),
                sum(counts, TreatedCount::soon),
                sum(counts, TreatedCount::later));
    }

    private static boolean spoken(TreatedCount count) {
        return count.outcome() == CallOutcome.SPOKE || count.outcome() == CallOutcome.GOOD_TALK;
    }

    private static long sum(List<TreatedCount> counts, ToLongFunction<TreatedCount> of) {
        return counts.stream().mapToLong(of).sum();
    }

    /** The share of those asked about that called again within an hour, 0 to 1; 0 without any. */
    public double soonShare() {
        return asked == 0 ? 0 : soon / (double) asked;
    }

    /** The same within 24 hours. */
    public double laterShare() {
        return asked == 0 ? 0 : later / (double) asked;
    }

    /** Where the share within an hour lies, at 95 %. */
    public Wilson.Interval soonInterval() {
        return Wilson.interval((double) soon, (double) asked, Wilson.Z_95);
    }

    /** Where the share within 24 hours lies, at 95 %. */
    public Wilson.Interval laterInterval() {
        return Wilson.interval((double) later, (double) asked, Wilson.Z_95);
    }
}
