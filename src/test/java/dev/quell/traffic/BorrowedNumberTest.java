package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.traffic.Surroundings.Range;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number on two trunks at about the same time. */
class BorrowedNumberTest {

    private static final CallerNumber CALLER = Scene.number(1);

    private Scene scene = new Scene();

    private boolean callsOver(String trunk) {
        return scene.over(trunk).arrives(CALLER).elsewhere();
    }

    @Test
    void oneTrunkIsNothingOdd() {
        callsOver("a");
        scene.pass(Duration.ofMinutes(1));

        assertThat(callsOver("a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT30M, true", "PT30M0.001S, false"})
    void twoWithinHalfAnHourAre(Duration apart, boolean borrowed) {
        callsOver("a");
        scene.pass(apart);

        assertThat(callsOver("b")).isEqualTo(borrowed);
        assertThat(scene.watch().around(scene.call(CALLER)).elsewhere()).isEqualTo(borrowed);
    }

    @Test
    void countsAsBorrowedForADay() {
        callsOver("a");
        callsOver("b");

        scene.pass(Duration.ofDays(1));
        assertThat(callsOver("b")).isTrue();
        scene.pass(Duration.ofMillis(1));
        assertThat(callsOver("b")).isFalse();
    }

    @Test
    void whatWasDoneFromItsFirstCallOnIsExcused() {
        scene.pass(Duration.ofHours(1));
        callsOver("a");
        scene.pass(Duration.ofMinutes(20));
        callsOver("b");

        assertThat(excused(Duration.ofMinutes(20))).isTrue();
        assertThat(excused(Duration.ofMinutes(20).plusMillis(1))).isFalse();
        assertThat(excused(Duration.ZERO)).isTrue();
    }

    private boolean excused(Duration ago) {
        return scene.watch().excuses(CALLER, "b", "4001", scene.now().minus(ago));
    }

    @Test
    void trunksOfOneGroupAreRelated() {
        scene = new Scene("trunk-groups.carrier[0]", "a", "trunk-groups.carrier[1]", "b");
        callsOver("a");

        assertThat(callsOver("b")).isFalse();
        assertThat(callsOver("c")).isTrue();
    }

    @Test
    void aTrunkThatTheDialplanCouldNotTellIsNone() {
        callsOver("unknown");
        assertThat(callsOver("a")).isFalse();
        assertThat(callsOver("unknown")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"withheld", "x:123456"})
    void whoShowsNoNumberBorrowsNone(String key) {
        scene.over("a").arrives(CallerNumber.ofKey(key));

        assertThat(scene.over("b").arrives(CallerNumber.ofKey(key)).elsewhere()).isFalse();
    }

    /** Callers who call twice, some of them over the other trunk the second time. */
    private void callersWhoChange(int callers, int everyWhich) {
        for (int i = 0; i < callers; i++) {
            scene.over("a").arrives(Scene.number(1000 + i));
            scene.over(i % everyWhich == 0 ? "b" : "a").arrives(Scene.number(1000 + i));
        }
    }

    @Test
    void trunksBetweenWhichCallersAreUsedToChangeAreRelated() {
        callersWhoChange(30, 3);
        callsOver("a");

        assertThat(callsOver("b")).isFalse();
        assertThat(callsOver("c")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"24, true", "27, false"})
    void tenMustHaveChangedTheOneInQuestionAmongThem(int callers, boolean borrowed) {
        callersWhoChange(callers, 3);
        callsOver("a");

        assertThat(callsOver("b")).isEqualTo(borrowed);
    }

    @Test
    void oneCallerWhoChangesAllDayRelatesNoTrunks() {
        for (int i = 0; i < 100; i++) {
            callsOver(i % 2 == 0 ? "a" : "b");
        }

        assertThat(callsOver("a")).isTrue();
    }

    @Test
    void nuisancesUnderABorrowedNumberDoNotColourItsRange() {
        callsOver("a");
        callsOver("b");
        scene.had(CALLER, CallOutcome.NOISE);
        scene.watch().flagged(CALLER, "b", scene.now());

        assertThat(scene.watch().around(scene.call(CALLER)).range()).isEqualTo(Range.EMPTY);
    }
}
