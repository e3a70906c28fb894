package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void aProbabilityLiesBetween0And1(double probability) {
        assertThat(verdict(probability).probability()).isEqualTo(probability);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0001, 1.0001})
    void anyOtherProbabilityIsRefused(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verdict(probability))
                .withMessage("a probability lies between 0 and 1");
    }

    private static Verdict verdict(double probability) {
        return new Verdict(Action.PASS, CallClass.NORMAL, probability, List.of(), "score", "r3-00000000");
    }
}
