package dev.quell.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of every shape, for the tests. */
final class SampleSettings {
    private SampleSettings() {}

    enum Mode {
        OBSERVE,
        ENFORCE
    }

    @ConfigurationProperties("quell.screening")
    record Screening(
            Mode mode,
            Duration journalWait,
            @DefaultValue("0.01") double holdout,
            Talk talk) {
        record Talk(int standard, @DefaultValue("64") int guarded) {
            Talk {
                if (standard < 0) {
                    throw new IllegalArgumentException("standard lies between 0 and 32767, it is " + standard);
                }
            }
        }
    }

    @ConfigurationProperties("quell.blocklist")
    record BlockList(Ladder ladder, List<String> guarded) {
        record Ladder(List<Duration> terms, Duration confirmOver) {
            Ladder {
                if (terms.stream().anyMatch(term -> term.compareTo(Duration.ofDays(90)) > 0)) {
                    throw new IllegalArgumentException("terms may not be longer than 90d");
                }
            }
        }
    }

    @ConfigurationProperties("quell.call")
    record Call(
            Map<String, Line> lines,
            Map<String, Double> weights,
            @Nullable Path notes) {
        Call {
            if (lines.size() > 1) {
                throw new IllegalArgumentException(
                        "quell.call.lines: one is enough\nquell.call.notes says nothing of the lines");
            }
        }

        record Line(
                List<String> numbers,
                @DefaultValue("OBSERVE") Mode mode) {}
    }
}
