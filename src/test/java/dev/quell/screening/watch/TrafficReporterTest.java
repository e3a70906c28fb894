package dev.quell.screening.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.InLanguage;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.TrafficEvent;
import dev.quell.traffic.TrafficSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line says what happens and what to do; nothing foreign breaks it. */
class TrafficReporterTest {

    private final TrafficReporter reporter =
            new TrafficReporter(ShippedSettings.of("quell.traffic", TrafficSettings.class));

    @Test
    void aSilentTrunk() {
        assertThat(reporter.words(new TrafficEvent.TrunkSilent("carrier", true, 12, 20, 0.05)))
                .startsWith("trunk carrier: 12 of 20 callers in 10 min silent or without packets, usually 5 %.")
                .contains("NAT");
        assertThat(reporter.words(new TrafficEvent.TrunkSilent("carrier", false, 1, 20, 0.05)))
                .isEqualTo("trunk carrier: callers are heard again, 1 of 20 in 10 min silent; silence counts as ever");
    }

    @Test
    void aTrunkWithoutPackets() {
        assertThat(reporter.words(new TrafficEvent.NoMedia("carrier", true, 12, 20)))
                .startsWith("trunk carrier: not one packet from 12 of 20 callers in 10 min.")
                .contains("firewall", "rtp set debug on");
        assertThat(reporter.words(new TrafficEvent.NoMedia("carrier", false, 1, 20)))
                .isEqualTo("trunk carrier: packets arrive again, none from 1 of 20 callers in 10 min");
    }

    @Test
    void aFlood() {
        assertThat(reporter.words(new TrafficEvent.Flood("4001", true, 20, 1)))
                .startsWith("line 4001 is flooded: 20 callers in 30 s who never called before, 1.0 are usual.")
                .contains("no number is blocked", "carrier");
        assertThat(reporter.words(new TrafficEvent.Flood("4001", false, 2, 1))).contains("2 new callers in 30 s");
    }

    @Test
    void aStorm() {
        assertThat(reporter.words(new TrafficEvent.Storm("4001", true, 60, 4)))
                .startsWith("call-back storm on line 4001: 60 new callers in 10 min where 4 are usual, and they speak.")
                .contains("shows this number");
        assertThat(reporter.words(new TrafficEvent.Storm("4001", false, 2, 4)))
                .isEqualTo("call-back storm on line 4001 is over, 2 new callers in 10 min");
    }

    @Test
    void aNameThatWouldBreakTheLineIsCleaned() {
        assertThat(reporter.words(new TrafficEvent.Storm("4\n001 %s", false, 2, 4)))
                .startsWith("call-back storm on line 4?001??s is over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE"})
    void theLineIsTheSameOnAMachineOfAnyLanguage(String language) {
        TrafficEvent flood = new TrafficEvent.Flood("4001", true, 20, 1);

        assertThat(InLanguage.of(language, () -> reporter.words(flood)))
                .isEqualTo(reporter.words(flood))
                .contains("20 callers", "1.0 are usual");
    }
}
