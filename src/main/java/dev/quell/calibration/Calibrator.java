package dev.quell.calibration;

import dev.quell.calibration.CalibrationResult.Tested;
import dev.quell.calibration.fit.FitSettings;
import dev.quell.calibration.fit.LabelledCall;
import dev.quell.calibration.fit.MapFit;
import dev.quell.calibration.fit.Tempering;
import dev.quell.calibration.fit.Weighing;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.ClassifierSettings.Calibration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Fits the weights on the earlier labelled calls, toward the shipped ones, and tests them on later ones of other callers. Proposes and never applies: what it gives
 * back is for a person to read.
 */
public final class Calibrator {

    private static final double WEIGHT_UNIT = 0.01;
    private static final double PRIOR_UNIT = 0.001;

    private final ClassifierSettings present;
    private final Scoring shipped;
    private final FitSettings settings;

    /**
     * With a site's settings.
     *
     * @param shipped the defaults, around which the prior of the weights lies
     * @param strength of that prior, above 0; the greater, the nearer to the defaults
     * @throws IllegalArgumentException if the strength is none
     */
    public static Calibrator of(ClassifierSettings present, ClassifierSettings shipped, double strength) {
        return new Calibrator(present, shipped, FitSettings.DEFAULT.withStrength(strength));
    }

    Calibrator(ClassifierSettings present, ClassifierSettings shipped, FitSettings settings) {
        this.present = present;
        this.shipped = Scoring.of(shipped);
        this.settings = settings;
    }

    /**
     * Reads the calls, fits, and reads them again under the fitted settings.
     *
     * @param progress is told how many calls were read, every 10,000, in both passes
     */
    public CalibrationResult calibrate(PastCalls past, LongConsumer progress) throws IOException {
        Scoring now = Scoring.of(present);
        Gathered gathered = gathered(past, present, now, progress);
        Split split = Split.of(gathered);
        Labels labels = Labels.of(gathered.cases());
        Optional<String> missing = Labels.missing(split);
        if (missing.isPresent()) {
            return new CalibrationResult(labels, gathered.all().count(), split, missing, Optional.empty());
        }
        Proposal proposal = fit(now, split);
        ClassifierSettings changed = proposal.proposed().in(present);
        Gathered again = gathered(past, changed, Scoring.of(changed), progress);
        Comparison comparison = compared(proposal, split, Split.at(split.cut(), again));
        Optional<String> refusal = proposal.changesNothing()
                ? Optional.of("the labelled calls agree with the present weights, there is nothing to change")
                : Judgement.against(comparison);
        return new CalibrationResult(
                labels, gathered.all().count(), split, refusal, Optional.of(new Tested(proposal, comparison)));
    }

    private static Gathered gathered(PastCalls past, ClassifierSettings under, Scoring scoring, LongConsumer progress)
            throws IOException {
        Gathering gathering = new Gathering(scoring.weighing(), progress);
        past.replay(under, gathering);
        return gathering.gathered();
    }

    private Proposal fit(Scoring now, Split split) {
        List<LabelledCall> training = split.trainingEvidence();
        double selection = split.trainingSelection();
        MapFit.Fitted fitted = new MapFit(shipped.weighing(), settings).fit(training, now.weighing(), selection);
        Weighing weighing = rounded(fitted.weighing(), now.weighing());
        Calibration tempered = Tempering.of(training, weighing, selection, settings);
        Calibration calibration = new Calibration(
                Proposal.rounded(tempered.slope(), now.calibration().slope(), WEIGHT_UNIT),
                Proposal.rounded(tempered.intercept(), now.calibration().intercept(), WEIGHT_UNIT));
        return new Proposal(now, new Scoring(weighing, calibration), fitted, settings);
    }

    private static Weighing rounded(Weighing fitted, Weighing present) {
        SortedMap<String, Double> weights = new TreeMap<>();
        fitted.weights()
                .forEach((symbol, weight) ->
                        weights.put(symbol, Proposal.rounded(weight, present.weight(symbol), WEIGHT_UNIT)));
        return fitted.with(Proposal.rounded(fitted.prior(), present.prior(), PRIOR_UNIT), weights);
    }

    /** The evidence of both is that of the first pass; only how the calls would have been met is that of each. */
    private static Comparison compared(Proposal proposal, Split before, Split after) {
        double selection = before.heldOutSelection();
        return new Comparison(
                Figures.of(proposal.present(), before.heldOut(), selection),
                Figures.of(proposal.proposed(), after.heldOut(), selection),
                Judgement.advantage(proposal.present(), proposal.proposed(), before.heldOut(), selection));
    }
}
