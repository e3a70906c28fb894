package dev.quell.load;

import java.time.Duration;
import java.util.Map;

/**
 * What a run of load saw.
 *
 * @param answers calls by the first word of their way: {@code PASS}, {@code UNSCREENED_FAILED} and so on
 * @param latencies from the moment when the call was to begin until it went on
 * @param took from the first call's beginning to the last one's end
 */
public record LoadResult(Map<String, Long> answers, Latencies latencies, Duration took) {

    public LoadResult {
        answers = Map.copyOf(answers);
    }

    /** Calls that went on without a verdict. */
    public long unscreened() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("UNSCREENED"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Calls with a verdict. */
    public long verdicts() {
        return latencies.count() - unscreened();
    }

    /** Verdicts a second. */
    public double rate() {
        return verdicts() * 1e9 / Math.max(1, took.toNanos());
    }
}
