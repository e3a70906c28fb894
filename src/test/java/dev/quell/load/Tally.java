package dev.quell.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One thread's part of a run. */
final class Tally {

    private final Map<String, Long> answers = new TreeMap<>();
    private final Latencies latencies = new Latencies();

    void add(Answer answer, long nanos) {
        answers.merge(answer.firstWay(), 1L, Long::sum);
        latencies.add(nanos);
    }

    static LoadResult sum(List<Tally> tallies, Duration took) {
        Map<String, Long> answers = new TreeMap<>();
        Latencies latencies = new Latencies();
        for (Tally tally : tallies) {
            tally.answers.forEach((way, count) -> answers.merge(way, count, Long::sum));
            latencies.add(tally.latencies);
        }
        return new LoadResult(answers, latencies, took);
    }
}
