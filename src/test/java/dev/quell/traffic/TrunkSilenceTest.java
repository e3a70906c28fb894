package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a trunk is at fault, by its callers and not by their calls. */
class TrunkSilenceTest {

    private final Scene scene = new Scene("flood.min-callers", "1000000");
    private int serial;

    private void callers(int count, CallOutcome outcome) {
        for (int i = 0; i < count; i++) {
            scene.had(Scene.number(serial++), outcome);
        }
    }

    /** So many find times, each with so many callers of whom so many are silent. */
    private void usually(int times, int callers, int silent) {
        for (int i = 0; i < times; i++) {
            callers(callers - silent, CallOutcome.SPOKE);
            callers(silent, CallOutcome.SILENT);
            scene.pass(Duration.ofMinutes(10));
        }
        scene.pass(Duration.ofSeconds(1));
    }

    private boolean fault() {
        return scene.around().trunk().fault();
    }

    @ParameterizedTest
    @CsvSource({"5, 19, true", "5, 20, false", "4, 0, false", "5, 0, true", "30, 119, true", "30, 120, false"})
    void moreThanAFifthOfTheCallersAndFiveOfThem(int silent, int heard, boolean fault) {
        callers(heard, CallOutcome.SPOKE);
        callers(silent, CallOutcome.SILENT);

        assertThat(fault()).isEqualTo(fault);
        assertThat(scene.around().trunk().silentCallers()).isEqualTo(silent);
    }

    @Test
    void oneCallersSixteenSilentCallsAreNoFault() {
        for (int i = 0; i < 16; i++) {
            scene.had(Scene.number(1), CallOutcome.SILENT).pass(Duration.ofSeconds(30));
        }

        assertThat(fault()).isFalse();
        assertThat(scene.around().trunk().silentCallers()).isEqualTo(1);
        assertThat(scene.events()).isEmpty();
    }

    @Test
    void whoWasHeardOnceIsNotSilent() {
        callers(5, CallOutcome.SILENT);
        scene.had(Scene.number(0), CallOutcome.SPOKE);

        assertThat(scene.around().trunk().silentCallers()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"ABANDONED", "UNKNOWN", "SHORT"})
    void whatTellsNothingIsNotCounted(CallOutcome outcome) {
        callers(20, outcome);
        callers(5, CallOutcome.SILENT);

        assertThat(scene.around().trunk().silentShare()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({"75, false", "76, true"})
    void threeTimesTheUsualShareOfATrunkThatIsOftenSilent(int silent, boolean fault) {
        usually(12, 100, 25);
        callers(100 - silent, CallOutcome.SPOKE);
        callers(silent, CallOutcome.SILENT);

        assertThat(scene.around().trunk().usualSilentShare()).isEqualTo(0.25);
        assertThat(fault()).isEqualTo(fault);
    }

    @Test
    void theUsualIsNotKnownBeforeTwelveShares() {
        usually(11, 100, 15);

        assertThat(scene.around().trunk().usualSilentShare()).isZero();
    }

    @Test
    void standsDownAtHalfOfWhatBeganIt() {
        callers(15, CallOutcome.SPOKE);
        callers(5, CallOutcome.SILENT);
        assertThat(fault()).isTrue();

        callers(29, CallOutcome.SPOKE);
        assertThat(fault()).isTrue();
        callers(1, CallOutcome.SPOKE);
        assertThat(fault()).isFalse();
        assertThat(scene.events())
                .containsExactly(
                        new TrafficEvent.TrunkSilent("carrier", true, 5, 20, 0),
                        new TrafficEvent.TrunkSilent("carrier", false, 5, 50, 0));
    }

    @Test
    void isOverWhenTheSilentCallersAreForgotten() {
        callers(5, CallOutcome.SILENT);

        scene.pass(Duration.ofMinutes(10));
        assertThat(fault()).isTrue();
        scene.pass(Duration.ofMillis(1));
        assertThat(fault()).isFalse();
    }

    @Test
    void anotherTrunkIsNotAtFault() {
        callers(5, CallOutcome.SILENT);

        assertThat(scene.over("other").around().trunk()).isEqualTo(Surroundings.Trunk.UNKNOWN);
    }

    @Test
    void callsWithoutPacketsAreSilentTooAndRaiseTheirOwnAlarm() {
        callers(19, CallOutcome.SPOKE);
        callers(5, CallOutcome.NO_MEDIA);

        assertThat(fault()).isTrue();
        assertThat(scene.watch().trunks())
                .singleElement()
                .satisfies(trunk -> assertThat(trunk.noMedia()).isTrue())
                .satisfies(trunk -> assertThat(trunk.withoutMedia()).isEqualTo(5 / 24.0));
        assertThat(scene.events())
                .containsExactlyInAnyOrder(
                        new TrafficEvent.TrunkSilent("carrier", true, 5, 24, 0),
                        new TrafficEvent.NoMedia("carrier", true, 5, 24));
    }

    @Test
    void aFifthWithoutPacketsIsNoAlarm() {
        callers(20, CallOutcome.SPOKE);
        callers(5, CallOutcome.NO_MEDIA);

        assertThat(scene.events()).isEmpty();
    }

    @Test
    void theAlarmStandsDown() {
        callers(5, CallOutcome.NO_MEDIA);
        callers(44, CallOutcome.SPOKE);
        assertThat(scene.watch().trunks().getFirst().noMedia()).isTrue();

        callers(1, CallOutcome.SPOKE);
        assertThat(scene.watch().trunks().getFirst().noMedia()).isFalse();
        assertThat(scene.events()).contains(new TrafficEvent.NoMedia("carrier", false, 5, 50));
    }

    @Test
    void aCallFromBeforeTheFaultWasFoundIsExcused() {
        callers(5, CallOutcome.SILENT);
        Duration findTime = Duration.ofMinutes(10);

        assertThat(excused(findTime)).isTrue();
        assertThat(excused(findTime.plusMillis(1))).isFalse();
    }

    private boolean excused(Duration ago) {
        return scene.watch()
                .excuses(Scene.number(0), "carrier", "4001", scene.now().minus(ago));
    }
}
