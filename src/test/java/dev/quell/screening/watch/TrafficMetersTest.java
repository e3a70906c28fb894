package dev.quell.screening.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficSettings;
import dev.quell.traffic.TrafficWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Gauges by trunk, and by line while it is not as usual. */
class TrafficMetersTest {

    private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TrafficMeters meters = new TrafficMeters(registry);
    private final TrafficWatch watch = TrafficWatch.of(ShippedSettings.of("quell.traffic", TrafficSettings.class));

    private double trunk(String name) {
        return registry.get(name).tag("trunk", "carrier").gauge().value();
    }

    private double count(String name) {
        return registry.get(name).gauge().value();
    }

    private void arrive(int callers, Instant at) {
        for (int i = 0; i < callers; i++) {
            watch.arrives(new CallerNumber.E164("+861380000" + (1000 + i)), "carrier", "4001", at, true);
        }
    }

    @Test
    void aTrunkWithoutPacketsIsShown() {
        for (int i = 0; i < 10; i++) {
            CallOutcome outcome = i < 5 ? CallOutcome.NO_MEDIA : CallOutcome.SPOKE;
            watch.concluded(new ConcludedCall(
                    new CallerNumber.E164("+861380000" + (1000 + i)),
                    "carrier",
                    "4001",
                    START,
                    outcome,
                    Duration.ofSeconds(9),
                    HangupSide.CALLER,
                    START));
        }
        meters.show(watch);

        assertThat(trunk("quell.trunk.no.media.share")).isEqualTo(0.5);
        assertThat(trunk("quell.trunk.silent.share")).isEqualTo(0.5);
        assertThat(trunk("quell.trunk.no.media")).isEqualTo(1);
        assertThat(trunk("quell.trunk.fault")).isEqualTo(1);
        assertThat(trunk("quell.trunk.nuisance.log.odds")).isZero();
        assertThat(count("quell.trunks.without.media")).isEqualTo(1);
        assertThat(count("quell.trunks.silent")).isEqualTo(1);

        watch.pass(START.plus(Duration.ofMinutes(11)));
        meters.show(watch);
        assertThat(count("quell.trunks.without.media")).isZero();
        assertThat(count("quell.trunks.silent")).isZero();
        assertThat(trunk("quell.trunk.no.media")).isZero();
        assertThat(trunk("quell.trunk.fault")).isZero();
    }

    @Test
    void aFloodedLineIsShownAsLongAsItIs() {
        arrive(1, START);
        meters.show(watch);
        assertThat(count("quell.lines.flooded")).isZero();
        assertThat(registry.find("quell.line.flood").gauges()).isEmpty();

        arrive(10, START.plus(Duration.ofHours(1)));
        meters.show(watch);
        assertThat(count("quell.lines.flooded")).isEqualTo(1);
        assertThat(registry.get("quell.line.flood").tag("line", "4001").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get("quell.line.storm").tag("line", "4001").gauge().value())
                .isZero();
        assertThat(count("quell.lines.in.storm")).isZero();

        watch.pass(START.plus(Duration.ofHours(2)));
        watch.pass(START.plus(Duration.ofHours(3)));
        meters.show(watch);
        assertThat(registry.find("quell.line.flood").gauges()).isEmpty();
    }
}
