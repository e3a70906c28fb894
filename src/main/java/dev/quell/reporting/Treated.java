package dev.quell.reporting;

import java.time.Instant;
import java.util.List;

/**
 * What was done with the calls of a period.
 *
 * @param counts one for each treatment and outcome that came up
 * @param since calls are counted from then on: later than the period's beginning where earlier ones are still being counted
 */
public record Treated(List<TreatedCount> counts, Instant since) {

    public Treated {
        counts = List.copyOf(counts);
    }
}
