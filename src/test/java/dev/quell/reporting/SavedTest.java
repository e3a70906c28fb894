package dev.quell.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedTest {

    private static final Duration EACH = Duration.ofSeconds(45);

    private static TreatedCount count(Action applied, CallOutcome outcome, int calls, int reached, int seconds) {
        return new TreatedCount(applied, outcome, calls, reached, Duration.ofSeconds(seconds), 0, 0, 0);
    }

    @Test
    void nuisanceThatWasKeptFromAgentsAndRefusedCallsAreSaved() {
        Saved saved = Saved.of(
                List.of(
                        count(Action.DETER, CallOutcome.SILENT, 5, 0, 0),
                        count(Action.LISTEN, CallOutcome.NOISE, 4, 1, 30),
                        count(Action.LISTEN, CallOutcome.SPOKE, 9, 9, 900),
                        count(Action.REJECT, CallOutcome.ABANDONED, 2, 0, 0),
                        count(Action.REJECT, CallOutcome.SILENT, 1, 0, 0),
                        count(Action.PASS, CallOutcome.SILENT, 6, 3, 30),
                        count(Action.TAG, CallOutcome.GOOD_TALK, 7, 7, 700)),
                EACH);

        assertThat(saved).isEqualTo(new Saved(8, 3, EACH, 4, Duration.ofSeconds(15)));
        assertThat(saved.calls()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({"4, 45, 3", "0, 45, 0", "1, 30, 1", "1, 29, 0", "3, 30, 2"})
    void minutesAreCallsTimesTheAssumptionRounded(int calls, int seconds, long minutes) {
        assertThat(new Saved(calls, 0, Duration.ofSeconds(seconds), 0, Duration.ZERO).minutes())
                .isEqualTo(minutes);
    }

    @Test
    void withoutNuisanceThatReachedAnAgentNothingIsMeasured() {
        assertThat(Saved.of(List.of(), EACH)).isEqualTo(new Saved(0, 0, EACH, 0, Duration.ZERO));
    }
}
