package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.testing.ShippedSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prior                  | 0.0001 | 0       | prior: must lie between 0 and 0.5, such as 0.03
            prior                  | 0.4999 | 0.5     | prior: must lie between 0 and 0.5, such as 0.03
            damping                | 0.0001 | 0       | damping: must lie above 0 and be at most 1, such as 0.3
            damping                | 1      | 1.0001  | damping: must lie above 0 and be at most 1, such as 0.3
            calibration.slope      | 0.0001 | 0       | calibration: slope must lie above 0 and be at most 10, intercept between -10 and 10,
            calibration.slope      | 10     | 10.01   | calibration: slope must lie above 0 and be at most 10, intercept between -10 and 10,
            calibration.intercept  | 10     | 10.01   | calibration: slope must lie above 0 and be at most 10, intercept between -10 and 10,
            calibration.intercept  | -10    | -10.01  | calibration: slope must lie above 0 and be at most 10, intercept between -10 and 10,
            thresholds.tag         | 0.0001 | 0       | thresholds: must rise between 0 and 1, such as { tag: 0.50, challenge: 0.80, deter: 0.95 }
            thresholds.tag         | 0.7999 | 0.80    | thresholds: must rise between 0 and 1, such as { tag: 0.50, challenge: 0.80, deter: 0.95 }
            thresholds.challenge   | 0.9499 | 0.95    | thresholds: must rise between 0 and 1, such as { tag: 0.50, challenge: 0.80, deter: 0.95 }
            thresholds.deter       | 0.9999 | 1       | thresholds: must rise between 0 and 1, such as { tag: 0.50, challenge: 0.80, deter: 0.95 }
            burst-listen.max-retry | 1      | 0       | burst-listen: find-time must be longer than 0 and max-retry at least 1,
            burst-listen.find-time | 1ms    | 0s      | burst-listen: find-time must be longer than 0 and max-retry at least 1,
            flags-deter.max-retry  | 1      | 0       | flags-deter: find-time must be longer than 0 and max-retry at least 1,
            flags-deter.find-time  | 1ms    | 0s      | flags-deter: find-time must be longer than 0 and max-retry at least 1,
            listen.max-retry       | 1      | 0       | listen: find-time must be longer than 0, max-retry at least 1 and spacing not below 0,
            listen.find-time       | 1ms    | 0s      | listen: find-time must be longer than 0, max-retry at least 1 and spacing not below 0,
            listen.spacing         | 0s     | -1ms    | listen: find-time must be longer than 0, max-retry at least 1 and spacing not below 0,
            """)
    void theLastSoundValueIsTakenAndTheNextRefused(String key, String sound, String unsound, String sentence) {
        assertThat(settings(key, sound)).isNotNull();
        assertThatThrownBy(() -> settings(key, unsound))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quell.classifier." + sentence);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThatThrownBy(() -> settings("prior", "0", "listen.max-retry", "0", "weights.CLI_OWN", "11"))
                .rootCause()
                .message()
                .satisfies(text -> assertThat(text.lines())
                        .satisfiesExactly(
                                line -> assertThat(line).startsWith("quell.classifier.prior: "),
                                line -> assertThat(line).startsWith("quell.classifier.listen: "),
                                line -> assertThat(line).startsWith("quell.classifier.weights.CLI_OWN: ")));
    }

    @Test
    void otherWeightsLeaveTheRestAsItWas() {
        ClassifierSettings shipped = settings("prior", "0.04", "weights.CLI_OWN", "1");

        ClassifierSettings other = shipped.withWeights(Map.of("CLI_INVALID", 2.0));

        assertThat(other.weights()).containsExactly(Map.entry("CLI_INVALID", 2.0));
        assertThat(other.withWeights(shipped.weights())).isEqualTo(shipped);
    }

    private static ClassifierSettings settings(String... changes) {
        return ShippedSettings.of("quell.classifier", ClassifierSettings.class, changes);
    }
}
