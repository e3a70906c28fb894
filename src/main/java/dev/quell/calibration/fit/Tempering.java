package dev.quell.calibration.fit;

import dev.quell.classifier.ClassifierSettings.Calibration;
import dev.quell.classifier.Family;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Slope and intercept that make the model's log odds say how often such calls turned out a nuisance, with a Gaussian prior around 1 and 0. */
public final class Tempering {

    private static final String SUM = "SUM";
    private static final List<Bounds> BOUNDS = List.of(new Bounds(-2, 2), new Bounds(0.33, 3));

    private Tempering() {}

    /**
     * Fits both.
     *
     * @param selection see {@link MapFit#fit}
     */
    public static Calibration of(List<LabelledCall> calls, Weighing weighing, double selection, FitSettings settings) {
        List<LabelledCall> sums = new ArrayList<>();
        for (LabelledCall call : calls) {
            double logOdds = weighing.logOdds(call.shares());
            List<Share> said = logOdds == 0 ? List.of() : List.of(new Share(SUM, Family.OUTCOME, logOdds));
            sums.add(new LabelledCall(call.caller(), call.at(), call.nuisance(), said));
        }
        Design design = Design.of(sums, settings.perCaller());
        if (design.symbols().isEmpty()) {
            return Calibration.NONE;
        }
        double[] none = {0, 1};
        Posterior posterior =
                new Posterior(design, design.damped(new double[] {1}, 1), selection, none, settings.strength());
        double[] found = new BoundedMinimum(posterior, BOUNDS, new BitSet()).from(none);
        return new Calibration(found[1], found[0]);
    }
}
