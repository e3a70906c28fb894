package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a line is flooded, and what looks like a flood and is none. */
class FloodTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Random random = new Random(7);
    private final Scene scene = new Scene();
    private long strangers = 10_000_000;

    private CallerNumber stranger() {
        return Scene.number(strangers++);
    }

    /** Poisson traffic, calls a minute by time, a share of it strangers; everybody speaks. */
    private void traffic(Duration time, ToDoubleFunction<Instant> perMinute, double newShare) {
        Instant end = scene.now().plus(time);
        while (scene.now().isBefore(end)) {
            double rate = Math.max(perMinute.applyAsDouble(scene.now()), 0.01);
            long gap = (long) Math.ceil(-Math.log(1 - random.nextDouble()) / rate * 60_000);
            scene.passTo(scene.now().plusMillis(Math.min(gap, 600_000)));
            if (gap <= 600_000) {
                CallerNumber caller = random.nextDouble() < newShare ? stranger() : Scene.number(random.nextInt(500));
                scene.arrives(caller, CallOutcome.SPOKE, Duration.ofSeconds(20 + random.nextInt(200)));
            }
        }
    }

    private void quietLine(Duration time) {
        traffic(time, at -> 2, 0.5);
    }

    /** So many strangers in a time who are silent; which one met the flood first, 0 if none. */
    private int strangersIn(Duration time, int count) {
        int first = 0;
        for (int i = 1; i <= count; i++) {
            boolean flood = scene.arrives(stranger(), CallOutcome.SILENT, Duration.ofSeconds(40))
                    .line()
                    .flood();
            first = first == 0 && flood ? i : first;
            scene.pass(time.dividedBy(count));
        }
        return first;
    }

    private static double day(Instant at, double night, double peak) {
        double hour = at.getEpochSecond() % 86_400 / 3600.0;
        return night + (peak - night) * Math.max(0, Math.sin((hour - 7) / 13 * Math.PI));
    }

    @Test
    void twentyNewNumbersInHalfAMinuteFloodAQuietLine() {
        quietLine(DAY);

        assertThat(strangersIn(Duration.ofSeconds(30), 20)).isBetween(8, 10);
        assertThat(scene.events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 600})
    void aClockThatIsSetBackStopsNoTime(int minutes) {
        quietLine(DAY);
        scene.passTo(scene.now().minus(Duration.ofMinutes(minutes)));

        quietLine(Duration.ofHours(1));

        assertThat(scene.events()).isEmpty();
        assertThat(strangersIn(Duration.ofSeconds(30), 20)).isBetween(8, 10);
        scene.passTo(scene.now().plusSeconds(300));
        assertThat(scene.around().line().flood()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 120})
    void ordinaryDaysNeverFlood(int peak) {
        traffic(DAY.multipliedBy(4), at -> day(at, 0.5, peak), 0.5);

        assertThat(scene.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 120})
    void mondayMorningIsNoFlood(int peak) {
        traffic(DAY.multipliedBy(3), at -> day(at, 0.5, peak), 0.5);
        traffic(DAY.multipliedBy(2), at -> day(at, 0.2, peak / 5.0), 0.5);
        traffic(DAY, at -> day(at, 0.5, peak * 1.6), 0.5);

        assertThat(scene.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 120})
    void massEventIsNoFlood(int peak) {
        traffic(DAY.multipliedBy(2).plusHours(10), at -> day(at, 0.5, peak), 0.5);
        Instant began = scene.now();
        traffic(
                Duration.ofHours(2),
                at -> peak * Math.min(6, 1 + Duration.between(began, at).toSeconds() / 60.0),
                0.5);

        assertThat(scene.events()).isEmpty();
    }

    @Test
    void nineNewNumbersAreNoFlood() {
        quietLine(DAY);
        scene.pass(Duration.ofMinutes(5));

        assertThat(strangersIn(Duration.ofSeconds(28), 9)).isZero();
        assertThat(strangersIn(Duration.ofSeconds(1), 1)).isEqualTo(1);
    }

    @Test
    void theSameNumbersOverFiveMinutesAreNoFlood() {
        quietLine(DAY);

        assertThat(strangersIn(Duration.ofMinutes(5), 20)).isZero();
    }

    @Test
    void nothingIsUnusualInTheFirstHour() {
        quietLine(Duration.ofMinutes(58));

        assertThat(strangersIn(Duration.ofSeconds(30), 20)).isZero();
    }

    @Test
    void knownCallersAreNoFlood() {
        quietLine(DAY);
        for (int i = 0; i < 40; i++) {
            scene.arrives(Scene.number(i), CallOutcome.SPOKE, Duration.ofSeconds(40 + i));
        }

        assertThat(scene.around().line().flood()).isFalse();
    }

    @Test
    void standsDownWhenItWasQuietForTheHold() {
        quietLine(DAY);
        strangersIn(Duration.ofSeconds(30), 20);

        scene.pass(Duration.ofSeconds(120));
        assertThat(scene.around().line().flood()).isTrue();
        scene.pass(Duration.ofSeconds(60));
        assertThat(scene.around().line().flood()).isFalse();
        assertThat(scene.events()).extracting(TrafficEvent::begins).containsExactly(true, false);
    }

    @Test
    void lastsAsLongAsItIsLoudAndDoesNotBecomeTheUsual() {
        quietLine(DAY);

        strangersIn(Duration.ofHours(6), 6 * 120 * 12);

        assertThat(scene.around().line().flood()).isTrue();
        assertThat(scene.around().line().usual()).isLessThan(3);
        assertThat(scene.events()).hasSize(1);
    }

    @Test
    void otherLinesAreCalm() {
        quietLine(DAY);
        strangersIn(Duration.ofSeconds(30), 20);

        assertThat(scene.to("4002").around().line()).isEqualTo(Surroundings.Line.CALM);
    }

    @Test
    void callsFromBeforeItDoNotSpeakForIt() {
        traffic(DAY, at -> 20, 0.5);
        strangersIn(Duration.ofSeconds(30), 60);
        scene.pass(Duration.ofSeconds(40));

        assertThat(scene.around().line().flood()).isTrue();
        assertThat(scene.around().line().storm()).isFalse();
    }

    @Test
    void callsOfOneLengthAreAFloodThoughTheNumbersAreKnown() {
        quietLine(DAY);
        for (int i = 0; i < 40; i++) {
            scene.arrives(Scene.number(i), CallOutcome.SPOKE, Duration.ofSeconds(20));
            scene.pass(Duration.ofSeconds(1));
        }

        assertThat(scene.around().line().flood()).isTrue();
    }

    @Test
    void whoCallsBackAndSpeaksIsAStormAndNoFlood() {
        quietLine(DAY);
        int challenged = 0;
        for (int i = 0; i < 300; i++) {
            Surroundings.Line line = scene.arrives(
                            stranger(), CallOutcome.SPOKE, Duration.ofSeconds(15 + random.nextInt(60)))
                    .line();
            challenged += line.flood() ? 1 : 0;
            scene.pass(Duration.ofSeconds(2));
        }

        assertThat(challenged).isBetween(1, 25);
        assertThat(scene.around().line().storm()).isTrue();
        assertThat(scene.around().line().flood()).isFalse();
        assertThat(scene.events())
                .extracting(event -> event.getClass().getSimpleName() + event.begins())
                .containsExactly("Floodtrue", "Floodfalse", "Stormtrue");

        scene.pass(Duration.ofMinutes(15));
        assertThat(scene.events()).last().matches(event -> event instanceof TrafficEvent.Storm && !event.begins());
    }

    @Test
    void aSlowStormNeedsThirtyNewNumbersInTenMinutes() {
        traffic(DAY.multipliedBy(2), at -> 0.5, 0.3);
        for (int i = 0; i < 26; i++) {
            scene.arrives(stranger(), CallOutcome.SPOKE, Duration.ofSeconds(5 + random.nextInt(10)));
            scene.pass(Duration.ofSeconds(18));
        }
        assertThat(scene.around().line().storm()).isFalse();
        for (int i = 0; i < 12; i++) {
            scene.arrives(stranger(), CallOutcome.SPOKE, Duration.ofSeconds(5 + random.nextInt(10)));
            scene.pass(Duration.ofSeconds(10));
        }

        assertThat(scene.around().line().storm()).isTrue();
    }

    @Test
    void whoCallsAgainAndAgainIsNoStorm() {
        traffic(DAY.multipliedBy(2), at -> 0.5, 0.3);
        for (int i = 0; i < 40; i++) {
            CallerNumber caller = stranger();
            for (int again = 0; again < 3; again++) {
                scene.arrives(caller, CallOutcome.SPOKE, Duration.ofSeconds(3 + random.nextInt(10)));
                scene.pass(Duration.ofSeconds(4));
            }
        }

        assertThat(scene.around().line().storm()).isFalse();
    }

    @Test
    void aCallOfAFloodIsExcusedAlsoLater() {
        quietLine(DAY);
        Instant before = scene.now().minusSeconds(31);
        Instant during = scene.now().plusSeconds(20);
        strangersIn(Duration.ofSeconds(30), 20);
        scene.pass(DAY);

        CallerNumber caller = Scene.number(1);
        assertThat(scene.watch().excuses(caller, "carrier", "4001", during)).isTrue();
        assertThat(scene.watch().excuses(caller, "carrier", "4001", before)).isFalse();
        assertThat(scene.watch().excuses(caller, "carrier", "4002", during)).isFalse();
    }
}
