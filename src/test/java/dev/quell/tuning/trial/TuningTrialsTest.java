package dev.quell.tuning.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.backtest.CallArchive;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What is tried where the log has more calls than a running service may hold. */
class TuningTrialsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int CALLS = 4_000;

    private final ClassifierSettings site = ShippedSettings.of("quell.classifier", ClassifierSettings.class);

    private Trial tried(long most) throws IOException {
        Tuner tuner = mock(Tuner.class);
        when(tuner.site()).thenReturn(site);
        when(tuner.present()).thenReturn(site);
        when(tuner.version()).thenReturn("r0");
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        TuningTrials trials = new TuningTrials(tuner, Log::new, environment, new MovingClock(NOW), most);
        trials.start(new Tuning(Map.of("CLI_WITHHELD", 1.0), Optional.empty()), 1, "li.na");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !trials.last().orElseThrow().running());
        return trials.last().orElseThrow();
    }

    @Test
    void ofMoreCallsASampleOfTheCallersIsTried() throws IOException {
        Trial trial = tried(1_000);

        assertThat(trial.state()).isEqualTo(Trial.State.DONE);
        assertThat(trial.sample()).isIn(4, 8, 16);
        assertThat(trial.calls()).isLessThanOrEqualTo(1_000).isGreaterThan(100);
        assertThat(trial.result().orElseThrow().run().calls()).isBetween(100L, 1_000L);
    }

    @Test
    void whatFitsIsTriedWhole() throws IOException {
        Trial trial = tried(CALLS);

        assertThat(trial.state()).isEqualTo(Trial.State.DONE);
        assertThat(trial.sample()).isEqualTo(1);
        assertThat(trial.result().orElseThrow().run().calls()).isEqualTo(CALLS);
        assertThat(trial.needsSecond()).isFalse();
    }

    @Test
    void whatCannotBeSampledIsTooMuch() throws IOException {
        assertThat(tried(-1).state()).isEqualTo(Trial.State.TOO_MANY);
    }

    /** Four thousand callers in the last day. */
    private static final class Log implements Records.Opened, CallArchive {
        @Override
        public CallArchive archive() {
            return this;
        }

        @Override
        public void calls(Instant from, Instant to, Consumer<PastCall> reader) {
            Instant begin = NOW.minus(Duration.ofDays(1));
            for (int i = 0; i < CALLS; i++) {
                Instant at = begin.plusSeconds(20L * i);
                if (!at.isBefore(from) && at.isBefore(to)) {
                    reader.accept(new PastCall(
                            CallBuilder.aCall()
                                    .from(String.format(Locale.ROOT, "+86138%08d", i))
                                    .id("1763800000." + i)
                                    .at(at),
                            Optional.of(at.plusSeconds(60)),
                            Duration.ofSeconds(50),
                            HangupSide.CALLER,
                            CallOutcome.SPOKE,
                            Set.of()));
                }
            }
        }

        @Override
        public List<PastFlag> flags(Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<ListEntry> entries() {
            return List.of();
        }

        @Override
        public List<Known> known() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
