package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.classifier.Precedence.Decision;
import dev.quell.history.CallerProfile;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Set<Family> TWO = Set.of(Family.VOLUME, Family.OUTCOME);

    private final Precedence precedence = new Precedence(new ClassifierSettings.Thresholds(0.50, 0.80, 0.95));

    @ParameterizedTest
    @CsvSource({
        "0.0000, PASS, NORMAL",
        "0.4999, PASS, NORMAL",
        "0.5000, TAG, SILENT",
        "0.7999, TAG, SILENT",
        "0.8000, CHALLENGE, SILENT",
        "0.9499, CHALLENGE, SILENT",
        "0.9500, DETER, SILENT",
        "1.0000, DETER, SILENT"
    })
    void scoreDecidesTheAction(double probability, Action action, CallClass callClass) {
        assertThat(decide(probability, TWO)).isEqualTo(new Decision(action, "score", callClass));
    }

    @Test
    void oneFamilyNeverDeters() {
        assertThat(decide(0.99, Set.of(Family.VOLUME)))
                .isEqualTo(new Decision(Action.CHALLENGE, "score", CallClass.SILENT));
    }

    private Decision decide(double probability, Set<Family> accusing) {
        Evidence evidence = Evidence.arriving(
                CallBuilder.aCall().at(NOW), CallerProfile.stranger(NOW), Surroundings.CALM, Optional.empty(), true);
        return precedence.decide(evidence, List.of(), probability, accusing, CallClass.SILENT);
    }
}
