package dev.quell.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.classifier.ClassifierSettings.Thresholds;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTextTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Tuning all =
                new Tuning(Map.of("CLI_WITHHELD", 0.5, "GOOD_TALK", -2.75), Optional.of(new Thresholds(0.4, 0.7, 0.9)));
        Tuning weights = new Tuning(Map.of("CLI_WITHHELD", 0.0), Optional.empty());

        assertThat(TuningText.write(all))
                .isEqualTo(
                        "{\"thresholds\":{\"challenge\":0.7,\"deter\":0.9,\"tag\":0.4},\"weights\":{\"CLI_WITHHELD\":0.5,\"GOOD_TALK\":-2.75}}");
        assertThat(TuningText.read(TuningText.write(all))).isEqualTo(all);
        assertThat(TuningText.read(TuningText.write(weights))).isEqualTo(weights);
        assertThat(TuningText.read(TuningText.write(Tuning.NONE))).isEqualTo(Tuning.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"weights\":{},\"thresholds\":{\"tag\":0.5}}", "{\"weights\""})
    void whatIsAnotherQuellsIsRefused(String text) {
        assertThatThrownBy(() -> TuningText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
