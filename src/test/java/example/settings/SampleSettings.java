package example.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of every shape, for tests; outside of dev.quell, so that its scan does not find them. */
public final class SampleSettings {
    private SampleSettings() {}

    public enum Mode {
        OBSERVE,
        ENFORCE
    }

    @ConfigurationProperties("quell.screening")
    public record Screening(
            Mode mode,
            Duration journalWait,
            @DefaultValue("0.01") double holdout,
            Talk talk) {
        public record Talk(int standard, @DefaultValue("64") int guarded) {
            public Talk {
                if (standard < 0) {
                    throw new IllegalArgumentException("standard lies between 0 and 32767, it is " + standard);
                }
            }
        }
    }

    @ConfigurationProperties("quell.blocklist")
    public record BlockList(Ladder ladder, List<String> guarded) {
        public record Ladder(List<Duration> terms, Duration confirmOver) {
            public Ladder {
                if (terms.stream().anyMatch(term -> term.compareTo(Duration.ofDays(90)) > 0)) {
                    throw new IllegalArgumentException("terms may not be longer than 90d");
                }
            }
        }
    }

    @ConfigurationProperties("quell.call")
    public record Call(
            Map<String, Line> lines,
            Map<String, Double> weights,
            @Nullable Path notes) {
        public Call {
            if (lines.size() > 1) {
                throw new IllegalArgumentException(
                        "quell.call.lines: one is enough\nquell.call.notes says nothing of the lines");
            }
        }

        public record Line(
                List<String> numbers,
                @DefaultValue("OBSERVE") Mode mode) {}
    }
}
