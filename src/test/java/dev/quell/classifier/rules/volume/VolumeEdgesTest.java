package dev.quell.classifier.rules.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.IncomingCall;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.InCall;
import dev.quell.classifier.Seen;
import dev.quell.history.CallerFacts;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerVolume;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.Surroundings;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeEdgesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void halfACallIsEnoughToCount() {
        assertThat(CallCount.inAnHour().look(counting(0.5, 0, 1, 9)))
                .map(Hit::seen)
                .contains(new Seen(1, 3600));
        assertThat(CallCount.inAnHour().look(counting(0.4999, 9, 1, 9))).isEmpty();
        assertThat(CallCount.inADay().look(counting(0, 0.5, 1, 9)))
                .map(Hit::seen)
                .contains(new Seen(1, 86_400));
        assertThat(CallCount.inADay().look(counting(9, 0.4999, 1, 9))).isEmpty();
    }

    @Test
    void aLittleMoreThanOneLineIsAFan() {
        assertThat(new FanOut().look(counting(0, 0, 1.05, 9))).map(Hit::seen).contains(new Seen(1, 86_400));
        assertThat(new FanOut().look(counting(0, 0, 1.0499, 9))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "0.0999, 1, 10", "0.1, 0.625, 10", "0.2, 0.625, 20", "0.2999, 0.625, 30"})
    void gapsAreEvenBelow10PercentAndFairlySoBelow30(double spread, double share, long percent) {
        assertThat(new Clockwork().look(counting(0, 0, 1, spread))).hasValueSatisfying(hit -> {
            assertThat(hit.share()).isCloseTo(share, within(1e-12));
            assertThat(hit.seen()).isEqualTo(new Seen(7, percent));
        });
    }

    @Test
    void gapsThatVaryBy30PercentAreNot() {
        assertThat(new Clockwork().look(counting(0, 0, 1, 0.3))).isEmpty();
    }

    private static Evidence counting(double hour, double day, double lines, double gapSpread) {
        IncomingCall call = CallBuilder.aCall().at(NOW);
        CallerProfile profile = CallerProfile.stranger(NOW);
        CallerFacts facts = new CallerFacts(
                profile,
                call,
                new CallerVolume(hour, day, lines, 0, gapSpread, 7, 0, 0),
                CallerFacts.of(profile, call).outcomes());
        return new Evidence(call, profile, facts, Surroundings.CALM, InCall.NOTHING, Optional.empty(), true);
    }
}
