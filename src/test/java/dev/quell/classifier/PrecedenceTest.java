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
        "0.5000, TAG, ABUSIVE",
        "0.7999, TAG, ABUSIVE",
        "0.8000, CHALLENGE, ABUSIVE",
        "0.9499, CHALLENGE, ABUSIVE",
        "0.9500, DETER, ABUSIVE",
        "1.0000, DETER, ABUSIVE"
    })
    void scoreDecidesTheAction(double probability, Action action, CallClass callClass) {
        assertThat(decide(probability, TWO, CallClass.ABUSIVE, Surroundings.CALM, true))
                .isEqualTo(new Decision(action, "score", callClass));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4999, PASS, NORMAL",
        "0.5000, LISTEN, SILENT",
        "0.7999, LISTEN, SILENT",
        "0.9500, LISTEN, SILENT",
        "1.0000, LISTEN, SILENT"
    })
    void silenceIsListenedToAndNothingHarder(double probability, Action action, CallClass callClass) {
        assertThat(decide(probability, TWO, CallClass.SILENT, Surroundings.CALM, true))
                .isEqualTo(new Decision(action, "score", callClass));
    }

    @Test
    void oneFamilyNeverDeters() {
        assertThat(decide(0.99, Set.of(Family.VOLUME), CallClass.ABUSIVE, Surroundings.CALM, true))
                .isEqualTo(new Decision(Action.CHALLENGE, "score", CallClass.ABUSIVE));
    }

    @Test
    void aFullDeterrentQueueChallenges() {
        assertThat(decide(0.99, TWO, CallClass.ABUSIVE, Surroundings.CALM, false))
                .isEqualTo(new Decision(Action.CHALLENGE, "deterrent-full", CallClass.ABUSIVE));
    }

    @Test
    void inAFloodTheScoreChallenges() {
        Surroundings flood = new Surroundings(
                Surroundings.Trunk.UNKNOWN, new Surroundings.Line(20, 1, true, false), Surroundings.Range.EMPTY, false);

        assertThat(decide(0.99, TWO, CallClass.ABUSIVE, flood, true))
                .isEqualTo(new Decision(Action.CHALLENGE, "flood", CallClass.ABUSIVE));
    }

    private Decision decide(
            double probability, Set<Family> accusing, CallClass suspected, Surroundings surroundings, boolean room) {
        Evidence evidence = Evidence.arriving(
                CallBuilder.aCall().at(NOW), CallerProfile.stranger(NOW), surroundings, Optional.empty(), room);
        return precedence.decide(evidence, List.of(), probability, accusing, suspected);
    }
}
