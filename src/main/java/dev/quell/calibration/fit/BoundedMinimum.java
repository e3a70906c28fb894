package dev.quell.calibration.fit;

import java.util.BitSet;
import java.util.List;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * The minimum of a posterior within bounds. Conjugate gradients know no bounds: a parameter that leaves its range is held at the end of it and the others
 * are sought again, until none leaves and none that is held would come back.
 */
final class BoundedMinimum {

    private static final int EVALUATIONS = 20_000;
    private static final double NEAR = 1e-11;
    private static final double LINE_SEARCH = 1e-5;
    private static final double FIRST_STEP = 1;
    private static final int ROUNDS_PER_PARAMETER = 4;

    private final Posterior posterior;
    private final List<Bounds> bounds;
    private final BitSet held;
    private final BitSet fixed;

    /** @param fixed parameters that do not move at all */
    BoundedMinimum(Posterior posterior, List<Bounds> bounds, BitSet fixed) {
        this.posterior = posterior;
        this.bounds = bounds;
        this.held = (BitSet) fixed.clone();
        this.fixed = (BitSet) fixed.clone();
    }

    double[] from(double[] start) {
        double[] at = start.clone();
        for (int round = 0; round < ROUNDS_PER_PARAMETER * at.length; round++) {
            at = unbounded(at);
            if (!hold(at) && !release(at)) {
                break;
            }
        }
        return at;
    }

    private double[] unbounded(double[] start) {
        int[] free = freeOf(start.length);
        if (free.length == 0) {
            return start;
        }
        double[] guess = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            guess[i] = start[free[i]];
        }
        double[] curvature = posterior.curvature(start);
        double[] best = new NonLinearConjugateGradientOptimizer(
                        Formula.POLAK_RIBIERE,
                        new SimpleValueChecker(NEAR, NEAR),
                        LINE_SEARCH,
                        LINE_SEARCH,
                        FIRST_STEP,
                        (point, gradient) -> scaled(gradient, free, curvature))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(posterior.over(free, start)),
                        new ObjectiveFunctionGradient(posterior.gradientOver(free, start)),
                        GoalType.MINIMIZE,
                        new InitialGuess(guess))
                .getPoint();
        return Posterior.spread(best, free, start);
    }

    /** Steps by each parameter's own curvature: some are known by thousands of calls and some by thirty. */
    private static double[] scaled(double[] gradient, int[] free, double[] curvature) {
        double[] scaled = new double[gradient.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = gradient[i] / curvature[free[i]];
        }
        return scaled;
    }

    private int[] freeOf(int size) {
        BitSet free = (BitSet) held.clone();
        free.flip(0, size);
        return free.stream().toArray();
    }

    /** Holds what left its range at the end of it; whether anything did. */
    private boolean hold(double[] at) {
        boolean any = false;
        for (int i : freeOf(at.length)) {
            if (!bounds.get(i).contains(at[i])) {
                at[i] = bounds.get(i).clamp(at[i]);
                held.set(i);
                any = true;
            }
        }
        return any;
    }

    /** Lets go the one held parameter that most wants back into its range; whether there was one. */
    private boolean release(double[] at) {
        double[] gradient = posterior.gradient(at);
        int most = -1;
        double pull = 1e-6;
        for (int i = 0; i < at.length; i++) {
            double inward = at[i] <= bounds.get(i).low() ? -gradient[i] : gradient[i];
            if (held.get(i) && !fixed.get(i) && inward > pull) {
                most = i;
                pull = inward;
            }
        }
        if (most >= 0) {
            held.clear(most);
        }
        return most >= 0;
    }
}
