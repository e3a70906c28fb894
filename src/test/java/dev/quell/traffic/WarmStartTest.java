package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.Line;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A watch that is brought up to date from the log knows what one knows that was there. */
class WarmStartTest {

    private static final Instant NOW = Scene.START.plus(Duration.ofDays(40));

    private final List<ConcludedCall> logged = new ArrayList<>();
    private final List<TrafficLog.FlaggedCall> flagged = new ArrayList<>();
    private final TrafficWatch watch = TrafficWatch.of(ShippedSettings.of("quell.traffic", TrafficSettings.class));
    private final TrafficLog log = new TrafficLog() {
        @Override
        public void calls(Instant from, Instant to, Consumer<ConcludedCall> consumer) {
            logged.stream()
                    .filter(call ->
                            !call.arrivedAt().isBefore(from) && call.arrivedAt().isBefore(to))
                    .forEach(consumer);
        }

        @Override
        public void flags(Instant from, Instant to, Consumer<FlaggedCall> consumer) {
            flagged.stream()
                    .filter(flag -> !flag.at().isBefore(from) && flag.at().isBefore(to))
                    .forEach(consumer);
        }
    };

    private void call(int serial, String trunk, CallOutcome outcome, Duration ago) {
        Instant at = NOW.minus(ago);
        logged.add(new ConcludedCall(
                Scene.number(serial),
                trunk,
                "4001",
                at,
                outcome,
                Duration.ofSeconds(10),
                HangupSide.CALLER,
                at.plusSeconds(10)));
    }

    private Surroundings around(CallerNumber caller) {
        return watch.around(CallBuilder.aCall()
                .from(caller)
                .over("a")
                .to(Line.standard("4001"))
                .at(NOW));
    }

    private long read() {
        return new WarmStart(watch, log).read(NOW, share -> {});
    }

    @Test
    void theLastThirtyDaysAreRead() {
        call(1, "a", CallOutcome.SPOKE, Duration.ofDays(30).plusMillis(1));
        call(2, "a", CallOutcome.SPOKE, Duration.ofDays(30));
        call(3, "a", CallOutcome.SPOKE, Duration.ofMillis(1));
        call(4, "a", CallOutcome.SPOKE, Duration.ZERO);

        assertThat(read()).isEqualTo(2);
    }

    @Test
    void trunksAndRangesAreKnown() {
        for (int i = 0; i < 600; i++) {
            call(i * 1000, "b", CallOutcome.SPOKE, Duration.ofHours(600).minusMinutes(i));
        }
        for (int i = 0; i < 60; i++) {
            call(
                    5_000_000 + i * 1000,
                    "a",
                    CallOutcome.NOISE,
                    Duration.ofHours(40).minusMinutes(i));
        }
        flagged.add(new TrafficLog.FlaggedCall(Scene.number(9_000_000), "a", NOW.minusSeconds(60)));
        read();

        assertThat(around(Scene.number(1)).trunk().nuisanceLogOdds()).isGreaterThan(0.5);
        assertThat(around(Scene.number(5_000_001)).range()).isEqualTo(new Surroundings.Range(1, 1));
        assertThat(around(Scene.number(9_000_001)).range()).isEqualTo(new Surroundings.Range(1, 1));
        assertThat(watch.trunks()).extracting(TrafficWatch.TrunkView::name).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theLevelOfALineIsKnown() {
        for (int minute = 0; minute < 3 * 1440; minute++) {
            call(minute, "a", CallOutcome.SPOKE, Duration.ofMinutes(3 * 1440 - minute));
        }
        read();

        assertThat(around(Scene.number(1)).line().usual()).isBetween(0.4, 0.9);
        assertThat(around(Scene.number(1)).line().flood()).isFalse();
    }

    @Test
    void callsThatEndAfterTheStartAreToldByTheService() {
        for (int i = 0; i < 5; i++) {
            logged.add(new ConcludedCall(
                    Scene.number(i),
                    "a",
                    "4001",
                    NOW.minusSeconds(60),
                    CallOutcome.SILENT,
                    Duration.ofSeconds(60),
                    HangupSide.CALLER,
                    NOW));
        }
        read();
        assertThat(around(Scene.number(1)).trunk().silentCallers()).isZero();

        logged.forEach(watch::concluded);
        assertThat(around(Scene.number(1)).trunk().silentCallers()).isEqualTo(5);
    }

    @Test
    void progressRisesToTheWhole() {
        List<Double> shares = new ArrayList<>();

        new WarmStart(watch, log).read(NOW, shares::add);

        assertThat(shares).hasSize(30).isSorted().endsWith(1.0);
    }
}
