package dev.quell.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static TreatedCount count(Action applied, CallOutcome outcome, int calls, int asked, int soon, int later) {
        return new TreatedCount(applied, outcome, calls, 0, Duration.ZERO, asked, soon, later);
    }

    @Test
    void eachTreatmentIsSummedTheMildestFirst() {
        assertThat(Effect.all(List.of(
                        count(Action.DETER, CallOutcome.SILENT, 5, 4, 1, 2),
                        count(Action.DETER, CallOutcome.NOISE, 3, 0, 0, 0),
                        count(Action.DETER, CallOutcome.SPOKE, 2, 2, 0, 1),
                        count(Action.PASS, CallOutcome.GOOD_TALK, 7, 7, 0, 0))))
                .containsExactly(
                        new Effect(Action.PASS, 7, 0, 7, 7, 0, 0), new Effect(Action.DETER, 10, 8, 2, 6, 1, 3));
    }

    @Test
    void sharesAreOfThoseAskedAbout() {
        Effect effect = new Effect(Action.DETER, 100, 80, 0, 50, 5, 10);

        assertThat(effect.soonShare()).isEqualTo(0.1);
        assertThat(effect.laterShare()).isEqualTo(0.2);
        assertThat(effect.laterInterval().lower()).isCloseTo(0.1124, within(0.0001));
        assertThat(effect.laterInterval().upper()).isCloseTo(0.3304, within(0.0001));
        assertThat(new Effect(Action.DETER, 1, 0, 0, 0, 0, 0).laterShare()).isZero();
    }

    @Test
    void aCountThatCannotBeIsRefused() {
        assertThatThrownBy(() -> count(Action.DETER, CallOutcome.SILENT, 1, 2, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> count(Action.DETER, CallOutcome.SILENT, 2, 2, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TreatedCount(Action.DETER, CallOutcome.SILENT, 1, 2, Duration.ZERO, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
