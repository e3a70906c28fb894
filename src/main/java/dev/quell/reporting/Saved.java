package dev.quell.reporting;

import dev.quell.classifier.Action;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What agents were spared: calls that did not go to them at once and were silent or noise, and calls that were refused, each taken to cost what the settings
 * say.
 *
 * @param kept silent and noisy calls that were kept away; those that went to an agent after all are not among them
 * @param refused calls refused before answer, of which nobody knows what they would have been
 * @param each what one would have cost an agent: an assumption
 * @param reached silent and noisy calls that an agent had
 * @param cost what one of these cost an agent on average, as it was measured: talk alone, nothing after it; zero if there was none
 */
public record Saved(long kept, long refused, Duration each, long reached, Duration cost) {

    static Saved of(List<TreatedCount> counts, Duration each) {
        List<TreatedCount> nuisance =
                counts.stream().filter(TreatedCount::nuisance).toList();
        long reached = sum(nuisance, TreatedCount::reached);
        Duration cost = nuisance.stream().map(TreatedCount::withAgent).reduce(Duration.ZERO, Duration::plus);
        return new Saved(
                sum(nuisance.stream().filter(Saved::diverted).toList(), count -> count.calls() - count.reached()),
                sum(
                        counts.stream()
                                .filter(count -> count.applied() == Action.REJECT)
                                .toList(),
                        TreatedCount::calls),
                each,
                reached,
                reached == 0 ? Duration.ZERO : cost.dividedBy(reached));
    }

    private static boolean diverted(TreatedCount count) {
        return count.applied().diverts() && count.applied() != Action.REJECT;
    }

    private static long sum(List<TreatedCount> counts, ToLongFunction<TreatedCount> of) {
        return counts.stream().mapToLong(of).sum();
    }

    /** How many calls agents were spared. */
    public long calls() {
        return kept + refused;
    }

    /** The minutes in all, rounded. */
    public long minutes() {
        return Math.round(calls() * (each.toMillis() / 60_000.0));
    }
}
