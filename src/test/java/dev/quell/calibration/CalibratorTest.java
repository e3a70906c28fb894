package dev.quell.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.calibration.fit.FitSettings;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.config.ConfigCheck;
import dev.quell.testing.ShippedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibratorTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ClassifierSettings SHIPPED = ShippedSettings.of("quell.classifier", ClassifierSettings.class);

    private static CalibrationResult calibrated(PastCalls past) throws IOException {
        return new Calibrator(SHIPPED, SHIPPED, FitSettings.DEFAULT).calibrate(past, read -> {});
    }

    /** A site where short calls mean much more than shipped and silence less. */
    private static PastCalls otherSite(int calls) {
        double shortRate = Scoring.shipped("SHORT_RATE");
        double silentRate = Scoring.shipped("SILENT_RATE");
        Map<String, Double> other = Map.of("SHORT_RATE", shortRate * 2.5, "SILENT_RATE", silentRate * 0.4);
        return new SimulatedCalls(SimulatedCalls.truth(SHIPPED, 0.06, other), calls, 0.5, 5);
    }

    @Test
    void proposesWeightsThatMoveTowardWhatTheCallsSay() throws IOException {
        CalibrationResult result = calibrated(otherSite(12_000));

        assertThat(result.refusal()).isEmpty();
        Proposal proposal = result.tested().orElseThrow().proposal();
        Map<String, Double> weights = proposal.weights();
        assertThat(weights.get("SHORT_RATE"))
                .isBetween(1.5 * Scoring.shipped("SHORT_RATE"), 2.7 * Scoring.shipped("SHORT_RATE"));
        assertThat(weights.get("SILENT_RATE"))
                .isBetween(0.33 * Scoring.shipped("SILENT_RATE"), 0.7 * Scoring.shipped("SILENT_RATE"));
        Comparison comparison = result.tested().orElseThrow().comparison();
        assertThat(comparison.after().auc()).isGreaterThan(comparison.before().auc() + 0.01);
        assertThat(comparison.after().logLoss()).isLessThan(comparison.before().logLoss());
        assertThat(comparison.after().calibrationError()).isLessThan(0.05);
    }

    @Test
    void theProposedFileIsInOrderAndNamesOnlyWhatDiffers(@TempDir Path folder) throws IOException {
        CalibrationResult result = calibrated(otherSite(12_000));

        List<String> lines = ProposalFile.of(result, NOW, ZoneOffset.UTC);

        Path file = Files.write(folder.resolve("proposal.yml"), lines);
        assertThat(ConfigCheck.ofQuell().checkFiles(List.of(file))).isEmpty();
        assertThat(lines).first().asString().contains("2026-11-22T12:00:00Z").startsWith("# ");
        assertThat(lines).anyMatch(line -> line.startsWith("# AUC"));
        assertThat(lines).anyMatch(line -> line.startsWith("      SHORT_RATE: "));
        assertThat(lines).noneMatch(line -> line.startsWith("      CLOCKWORK: "));
        assertThat(lines).contains("      # CLOCKWORK keeps its weight, too few calls: 0 of 30");
        assertThat(lines).noneMatch(line -> line.contains("thresholds"));
    }

    @Test
    void refusesWithTooFewLabelsAndSaysHowManyAreNeeded() throws IOException {
        CalibrationResult result = calibrated(otherSite(200));

        assertThat(result.proposes()).isFalse();
        assertThat(result.tested()).isEmpty();
        assertThat(result.refusal().orElseThrow())
                .startsWith("there are too few labelled calls: a fit needs nuisance calls of at least 30 callers");
        assertThatThrownBy(() -> ProposalFile.of(result, NOW, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWithoutAnyLabel() throws IOException {
        CalibrationResult result = calibrated((settings, watcher) -> {});

        assertThat(result.refusal().orElseThrow()).contains("there are 0 and 0, 0 and 0");
    }

    @Test
    void proposesNothingWhereTheShippedWeightsAreRight() throws IOException {
        PastCalls same = new SimulatedCalls(SimulatedCalls.truth(SHIPPED, SHIPPED.prior(), Map.of()), 12_000, 1, 5);

        CalibrationResult result = calibrated(same);

        assertThat(result.proposes()).isFalse();
        assertThat(result.refusal().orElseThrow()).contains("not better than the present weights");
        assertThat(CalibrationText.of(result, ZoneOffset.UTC)).last().asString().startsWith("Nothing is proposed: ");
    }

    @Test
    void theStrongerThePriorTheLessIsProposed() throws IOException {
        PastCalls past = otherSite(12_000);
        CalibrationResult firm =
                new Calibrator(SHIPPED, SHIPPED, FitSettings.DEFAULT.withStrength(2_000)).calibrate(past, read -> {});

        double loose =
                calibrated(past).tested().orElseThrow().proposal().weights().get("SHORT_RATE");
        double held =
                firm.tested().orElseThrow().proposal().proposed().weighing().weight("SHORT_RATE");

        assertThat(held).isBetween(Scoring.shipped("SHORT_RATE"), loose - 0.3);
    }

    @Test
    void readsTheCallsTwiceUnderThePresentAndTheProposedSettings() throws IOException {
        List<ClassifierSettings> under = new ArrayList<>();
        List<Long> progress = new ArrayList<>();
        PastCalls site = otherSite(12_000);

        CalibrationResult result = new Calibrator(SHIPPED, SHIPPED, FitSettings.DEFAULT)
                .calibrate(
                        (settings, watcher) -> {
                            under.add(settings);
                            site.replay(settings, watcher);
                        },
                        progress::add);

        Proposal proposal = result.tested().orElseThrow().proposal();
        assertThat(under).hasSize(2).first().isEqualTo(SHIPPED);
        assertThat(under.get(1).weights()).isEqualTo(proposal.weights());
        assertThat(under.get(1).prior())
                .isEqualTo(proposal.proposed().weighing().prior());
        assertThat(progress).containsExactly(10_000L, 10_000L);
    }

    @Test
    void theSameCallsGiveTheSameFile() throws IOException {
        assertThat(ProposalFile.of(calibrated(otherSite(12_000)), NOW, ZoneOffset.UTC))
                .isEqualTo(ProposalFile.of(calibrated(otherSite(12_000)), NOW, ZoneOffset.UTC));
    }
}
