package dev.quell.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.classifier.ClassifierSettings.Thresholds;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TuningTest {

    private static final Thresholds LOW = new Thresholds(0.1, 0.2, 0.3);
    private static final Thresholds HIGH = new Thresholds(0.7, 0.8, 0.9);

    private static Tuning of(Map<String, Double> weights) {
        return new Tuning(weights, Optional.empty());
    }

    @Test
    void whatOneSetsOtherwiseThanTheOtherIsSetOverAThird() {
        Tuning from = of(Map.of("A", 1.0, "B", 2.0));
        Tuning wanted = of(Map.of("A", 1.0, "B", 2.5, "C", 3.0));

        assertThat(wanted.moved(from, of(Map.of("A", 9.0, "D", 4.0))))
                .isEqualTo(of(Map.of("A", 9.0, "B", 2.5, "C", 3.0, "D", 4.0)));
        assertThat(of(Map.of("B", 2.0)).moved(from, of(Map.of("A", 9.0, "D", 4.0))))
                .as("what it no longer sets is set no longer")
                .isEqualTo(of(Map.of("D", 4.0)));
    }

    @Test
    void thresholdsMoveTogetherAndOnlyIfTheyDiffer() {
        Tuning low = new Tuning(Map.of(), Optional.of(LOW));
        Tuning high = new Tuning(Map.of(), Optional.of(HIGH));

        assertThat(low.moved(Tuning.NONE, high)).isEqualTo(low);
        assertThat(low.moved(low, high)).isEqualTo(high);
        assertThat(Tuning.NONE.moved(low, high)).isEqualTo(Tuning.NONE);
    }
}
