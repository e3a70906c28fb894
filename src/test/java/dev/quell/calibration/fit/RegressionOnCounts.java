package dev.quell.calibration.fit;

import dev.quell.classifier.Family;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** A plain logistic regression, fitted to the very cases that it scores. */
public final class RegressionOnCounts {

    private static final Bounds FREE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private RegressionOnCounts() {}

    /** The log odds that a regression on the features gives each case. */
    public static double[] scores(double[][] features, boolean[] nuisance) {
        List<LabelledCall> cases = new ArrayList<>();
        for (int i = 0; i < nuisance.length; i++) {
            cases.add(new LabelledCall("case" + i, Instant.EPOCH, nuisance[i], shares(features[i])));
        }
        Design design = Design.of(cases, 1);
        int size = design.symbols().size() + 1;
        double[] nothing = new double[size];
        Posterior posterior = new Posterior(design, design.damped(new double[size - 1], 1), 0, nothing, 1e-3);
        double[] found = new BoundedMinimum(posterior, Collections.nCopies(size, FREE), new BitSet()).from(nothing);
        double[] scores = new double[nuisance.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = found[0];
            for (int j = 0; j < features[i].length; j++) {
                int column = design.symbols().indexOf("F" + j);
                scores[i] += column < 0 ? 0 : found[column + 1] * features[i][j];
            }
        }
        return scores;
    }

    private static List<Share> shares(double[] features) {
        List<Share> shares = new ArrayList<>();
        for (int j = 0; j < features.length; j++) {
            if (features[j] != 0) {
                shares.add(new Share("F" + j, Family.VOLUME, features[j]));
            }
        }
        return shares;
    }
}
