package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallSettings;
import dev.quell.call.ServiceNumbers;
import dev.quell.classifier.rules.Rules;
import dev.quell.classifier.whatif.Circumstances;
import dev.quell.classifier.whatif.WhatIf;
import dev.quell.testing.ShippedSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the log keeps of a verdict is enough to decide it once more. */
class VerdictsFollowTest {

    private final ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class);
    private final CallSettings calls = ShippedSettings.of("quell.call", CallSettings.class);
    private final Classifier classifier = new Classifier(
            Rules.all(settings, number -> false, new ServiceNumbers(calls)::isEmergency),
            Catalogue.shipped(),
            settings);

    @ParameterizedTest
    @MethodSource("dev.quell.classifier.SampleCallsTest#samples")
    void fromItsSymbolsAndItsStandard(SampleCall sample) {
        Evidence evidence = sample.evidence();
        Verdict verdict = classifier.classify(evidence);

        assertThat(WhatIf.of(
                        verdict,
                        classifier.standard(),
                        Circumstances.of(evidence.call().line())))
                .hasValueSatisfying(whatIf -> assertThat(1
                                / (1
                                        + Math.exp(-settings.calibration().intercept()
                                                - settings.calibration().slope() * whatIf.sum())))
                        .isEqualTo(verdict.probability()));
    }
}
