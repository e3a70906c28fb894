package dev.quell.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.classifier.ClassifierSettings.Calibration;
import dev.quell.classifier.Family;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TemperingTest {

    private static final Weighing SURE = new Weighing(0.5, 0.3, new TreeMap<>(Map.of("SILENT_RATE", 4.0)));

    /** Calls whose log odds are so many times those that the weights say, and so much more. */
    private static List<LabelledCall> calls(double slope, double intercept) {
        SplittableRandom random = new SplittableRandom(1);
        List<LabelledCall> calls = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            List<Share> shares = List.of(new Share("SILENT_RATE", Family.OUTCOME, random.nextDouble() - 0.5));
            double odds = intercept + slope * SURE.logOdds(shares);
            calls.add(
                    new LabelledCall("c" + i, Instant.EPOCH, random.nextDouble() < Logistic.probability(odds), shares));
        }
        return calls;
    }

    @Test
    void evidenceThatIsTooSureOfItselfIsTempered() {
        Calibration found = Tempering.of(calls(0.6, 0.4), SURE, 0, FitSettings.DEFAULT);

        assertThat(found.slope()).isCloseTo(0.6, within(0.05));
        assertThat(found.intercept()).isCloseTo(0.4, within(0.05));
    }

    @Test
    void evidenceThatIsRightIsLeftAsItIs() {
        Calibration found = Tempering.of(calls(1, 0), SURE, 0, FitSettings.DEFAULT);

        assertThat(found.slope()).isCloseTo(1, within(0.05));
        assertThat(found.intercept()).isCloseTo(0, within(0.05));
    }

    @Test
    void callsWithoutEvidenceChangeNothing() {
        List<LabelledCall> silent = List.of(new LabelledCall("c", Instant.EPOCH, true, List.of()));

        assertThat(Tempering.of(silent, SURE, 0, FitSettings.DEFAULT)).isEqualTo(Calibration.NONE);
    }
}
