package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.classifier.rules.Rules;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.ShippedSettings;
import dev.quell.testing.VerdictAssert;
import dev.quell.traffic.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void silenceIsNeverMetHarderThanByListeningWhateverItWeighs() {
        Classifier harsh = classifier("weights.SILENT_RATE", "10", "weights.SILENT_STREAK", "10");

        Verdict verdict = harsh.classify(silentEveryDay(40));

        assertThat(verdict.probability()).isGreaterThan(0.99);
        VerdictAssert.assertThat(verdict)
                .hasAction(Action.LISTEN, "listen-suspect")
                .hasClass(CallClass.SILENT);
    }

    @Test
    void calibrationTurnsTheSumIntoAProbability() {
        Evidence stranger = silentEveryDay(0);
        double prior = Math.log(0.03 / 0.97);

        assertThat(classifier().classify(stranger).probability()).isCloseTo(0.03, within(1e-9));
        assertThat(classifier("calibration.slope", "0.5", "calibration.intercept", "0.7")
                        .classify(stranger)
                        .probability())
                .isCloseTo(1 / (1 + Math.exp(-(0.7 + 0.5 * prior))), within(1e-9));
    }

    @Test
    void aClassifierThatBecomesAnotherDecidesAndExplainsAsThatOne() {
        Classifier live = classifier();
        Classifier other = classifier("calibration.intercept", "3", "thresholds.tag", "0.1");
        Verdict before = live.classify(silentEveryDay(0));

        live.become(other);

        Verdict after = live.classify(silentEveryDay(0));
        assertThat(before.action()).isEqualTo(Action.PASS);
        assertThat(after.action()).isEqualTo(Action.TAG);
        assertThat(after.version()).isEqualTo(other.version()).isEqualTo(live.version());
        assertThat(live.standard()).isSameAs(other.standard());
        assertThat(live.describedVersion()).isEqualTo(other.describedVersion());
    }

    @Test
    void theVerdictNamesTheVersionThatMadeIt() {
        Classifier shipped = classifier();

        assertThat(shipped.classify(silentEveryDay(0)).version()).isEqualTo(shipped.version());
        assertThat(classifier("calibration.slope", "0.9").version()).isNotEqualTo(shipped.version());
    }

    @Test
    void theSameEvidenceGivesTheSameVerdict() {
        Classifier shipped = classifier();

        assertThat(shipped.classify(silentEveryDay(6))).isEqualTo(shipped.classify(silentEveryDay(6)));
    }

    private static Classifier classifier(String... changes) {
        ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class, changes);
        return new Classifier(Rules.all(settings, number -> false, number -> false), Catalogue.shipped(), settings);
    }

    private static Evidence silentEveryDay(int days) {
        CallerProfile profile = new CallerProfile(
                IntStream.range(0, days)
                        .mapToObj(day -> silent(NOW.minus(Duration.ofHours(24L * (days - day) + day % 3))))
                        .toList(),
                List.of(),
                Set.of(),
                NOW);
        return Evidence.arriving(
                CallBuilder.aCall().id("1763800000.1").at(NOW), profile, Surroundings.CALM, Optional.empty(), true);
    }

    private static PastCall silent(Instant at) {
        return new PastCall(
                new CallId("pbx", "1763700000.1"),
                at,
                "4001",
                Profile.STANDARD,
                "carrier",
                "||",
                Attestation.NONE,
                Duration.ofSeconds(30),
                Duration.ofSeconds(25),
                HangupSide.CALLER,
                CallOutcome.SILENT,
                Set.of());
    }
}
