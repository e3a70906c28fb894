package dev.quell.bench.part;

import dev.quell.bench.part.Contenders.Contender;
import dev.quell.load.Load;
import dev.quell.load.LoadResult;
import dev.quell.load.Population;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * One contender's turn.
 *
 * @param ratio its rate as a multiple of the bare one's in the same round
 * @param processorTime of the server, a call
 */
record Round(LoadResult result, double ratio, Duration processorTime) {

    /** @param base the bare one's rate; 0: this is the bare one */
    static Round run(Contender contender, Population population, int connections, Duration time, double base) {
        Duration before = contender.process().processorTime();
        LoadResult result = Load.closed(contender.asterisk()::screen, population, connections, time);
        Duration used = contender.process().processorTime().minus(before);
        long calls = Math.max(1, result.latencies().count());
        return new Round(result, base == 0 ? 1 : result.rate() / base, used.dividedBy(calls));
    }

    /** The one with the median ratio. */
    static Round median(List<Round> rounds) {
        // All ratios of the bare one are 1, and its rate then decides.
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Round::ratio)
                        .thenComparing(round -> round.result().rate()))
                .toList()
                .get(rounds.size() / 2);
    }
}
