package dev.quell.calibration.fit;

import java.util.Arrays;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;

/**
 * The negative log posterior of log odds of the prior and weights, with damping held as it is: convex. The parameters are the prior's log odds, then the
 * weights in the design's order.
 */
final class Posterior {

    private final Design design;
    private final double[][] damped;
    private final double selection;
    private final double[] centre;
    private final double strength;

    /**
     * Over a design.
     *
     * @param damped what the weights are multiplied with, see {@link Design#damped}
     * @param selection added to the log odds of every row, because nuisance is more common among the labelled calls than among all
     * @param centre where the Gaussian prior of the parameters has its mean
     * @param strength its precision
     */
    Posterior(Design design, double[][] damped, double selection, double[] centre, double strength) {
        this.design = design;
        this.damped = damped;
        this.selection = selection;
        this.centre = centre;
        this.strength = strength;
    }

    private double logOdds(int row, double[] at) {
        double sum = at[0] + selection;
        int[] columns = design.columns(row);
        for (int i = 0; i < columns.length; i++) {
            sum += damped[row][i] * at[1 + columns[i]];
        }
        return sum;
    }

    double value(double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += strength / 2 * (at[i] - centre[i]) * (at[i] - centre[i]);
        }
        for (int row = 0; row < design.rows(); row++) {
            sum += design.count(row) * Logistic.loss(logOdds(row, at), design.nuisance(row));
        }
        return sum;
    }

    double[] gradient(double[] at) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            gradient[i] = strength * (at[i] - centre[i]);
        }
        for (int row = 0; row < design.rows(); row++) {
            double off = Logistic.probability(logOdds(row, at)) - (design.nuisance(row) ? 1 : 0);
            double slope = design.count(row) * off;
            int[] columns = design.columns(row);
            gradient[0] += slope;
            for (int i = 0; i < columns.length; i++) {
                gradient[1 + columns[i]] += slope * damped[row][i];
            }
        }
        return gradient;
    }

    /** The diagonal of the curvature at a point, above 0. */
    double[] curvature(double[] at) {
        double[] curvature = new double[at.length];
        Arrays.fill(curvature, strength);
        for (int row = 0; row < design.rows(); row++) {
            double probability = Logistic.probability(logOdds(row, at));
            double bend = design.count(row) * probability * (1 - probability);
            int[] columns = design.columns(row);
            curvature[0] += bend;
            for (int i = 0; i < columns.length; i++) {
                curvature[1 + columns[i]] += bend * damped[row][i] * damped[row][i];
            }
        }
        return curvature;
    }

    /** The value as a function of some parameters, the others staying as they are. */
    MultivariateFunction over(int[] free, double[] others) {
        return point -> value(spread(point, free, others));
    }

    /** The gradient by some parameters. */
    MultivariateVectorFunction gradientOver(int[] free, double[] others) {
        return point -> {
            double[] all = gradient(spread(point, free, others));
            double[] some = new double[free.length];
            for (int i = 0; i < free.length; i++) {
                some[i] = all[free[i]];
            }
            return some;
        };
    }

    static double[] spread(double[] point, int[] free, double[] others) {
        double[] all = others.clone();
        for (int i = 0; i < free.length; i++) {
            all[free[i]] = point[i];
        }
        return all;
    }
}
