package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.traffic.Surroundings.Range;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nuisances among the hundred numbers around a caller's. */
class RangeTest {

    private static final long HUNDRED = 12_345_600;

    private final Scene scene = new Scene();

    private Range around(CallerNumber caller) {
        return scene.watch().around(scene.call(caller)).range();
    }

    private Range range() {
        return around(Scene.number(HUNDRED + 99));
    }

    private void nuisance(int... places) {
        for (int place : places) {
            scene.had(Scene.number(HUNDRED + place), CallOutcome.NOISE);
        }
    }

    @Test
    void numbersAndTensAreCountedOnce() {
        nuisance(0, 9, 10, 10, 55, 99);

        assertThat(range()).isEqualTo(new Range(5, 4));
        assertThat(around(Scene.number(HUNDRED + 100))).isEqualTo(Range.EMPTY);
        assertThat(around(Scene.number(HUNDRED - 1))).isEqualTo(Range.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "NOISE"})
    void silenceAndNoiseAreNuisances(CallOutcome outcome) {
        scene.had(Scene.number(HUNDRED), outcome);

        assertThat(range()).isEqualTo(new Range(1, 1));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SILENT", "NOISE"})
    void otherEndsAreNot(CallOutcome outcome) {
        scene.had(Scene.number(HUNDRED), outcome);

        assertThat(range()).isEqualTo(Range.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPOKE", "GOOD_TALK"})
    void aNumberThatSpeaksIsNone(CallOutcome outcome) {
        nuisance(1, 2);
        scene.had(Scene.number(HUNDRED + 1), outcome);

        assertThat(range()).isEqualTo(new Range(1, 1));
    }

    @Test
    void aFlaggedNumberIsOneUntilTheFlagIsTakenBack() {
        CallerNumber caller = Scene.number(HUNDRED + 3);

        scene.watch().flagged(caller, "carrier", scene.now());
        assertThat(range()).isEqualTo(new Range(1, 1));
        scene.watch().unflagged(caller, "carrier", scene.now());
        assertThat(range()).isEqualTo(Range.EMPTY);
    }

    @Test
    void sevenDaysCount() {
        nuisance(1);

        scene.pass(Duration.ofDays(7).minusMillis(1));
        assertThat(range()).isEqualTo(new Range(1, 1));
        scene.pass(Duration.ofMillis(1));
        assertThat(range()).isEqualTo(Range.EMPTY);
    }

    @Test
    void shortNumbersAndThoseThatIdentifyNobodyHaveNoRange() {
        for (String key : new String[] {"+123456", "i:8001", "x:123456789012", "withheld"}) {
            scene.had(CallerNumber.ofKey(key), CallOutcome.NOISE);

            assertThat(around(CallerNumber.ofKey(key))).as(key).isEqualTo(Range.EMPTY);
        }
        scene.had(CallerNumber.ofKey("+1234567"), CallOutcome.NOISE);

        assertThat(around(CallerNumber.ofKey("+1234567"))).isEqualTo(new Range(1, 1));
    }
}
