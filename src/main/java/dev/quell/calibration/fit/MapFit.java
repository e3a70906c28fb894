package dev.quell.calibration.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights and prior that labelled calls and the shipped ones together make most likely: a Gaussian around each shipped weight, a logistic likelihood.
 * Which contribution is a family's largest depends on the weights themselves: it is held as it is, the rest is fitted, and that is repeated until it stays.
 */
public final class MapFit {

    private static final int ROUNDS = 20;

    private final Weighing shipped;
    private final FitSettings settings;

    /** @param shipped where the Gaussian prior of weights and prior has its mean */
    public MapFit(Weighing shipped, FitSettings settings) {
        this.shipped = shipped;
        this.settings = settings;
    }

    /**
     * What came out.
     *
     * @param kept why a symbol kept the weight that it had, by symbol
     * @param seen how many of the calls each symbol spoke in
     */
    public record Fitted(Weighing weighing, SortedMap<String, String> kept, SortedMap<String, Integer> seen) {}

    /**
     * Fits.
     *
     * @param calls training calls
     * @param present the weights that stand now; kept where there is too little to learn from
     * @param selection log odds of nuisance among the labelled calls minus those among all calls
     */
    public Fitted fit(List<LabelledCall> calls, Weighing present, double selection) {
        Design design = Design.of(calls, settings.perCaller());
        SortedMap<String, Integer> seen = new TreeMap<>();
        SortedMap<String, String> kept = kept(calls, present, seen);
        double[] start = parameters(design, present);
        double[] centre = parameters(design, shipped);
        List<Bounds> bounds = new ArrayList<>(List.of(Bounds.ofPrior()));
        BitSet fixed = new BitSet();
        for (int i = 0; i < design.symbols().size(); i++) {
            String symbol = design.symbols().get(i);
            bounds.add(Bounds.ofWeight(shipped.weight(symbol), settings.leeway()));
            fixed.set(i + 1, kept.containsKey(symbol));
            start[i + 1] =
                    kept.containsKey(symbol) ? start[i + 1] : bounds.getLast().clamp(start[i + 1]);
        }
        start[0] = bounds.getFirst().clamp(start[0]);
        double[] best = damping(design, new Prior(selection, boxed(centre), bounds, fixed), start);
        return new Fitted(weighing(design, best, present), kept, seen);
    }

    private record Prior(double selection, List<Double> centre, List<Bounds> bounds, BitSet fixed) {}

    /** Fits with the damping as it is, until it stays; the best of all rounds if it never does. */
    private double[] damping(Design design, Prior prior, double[] start) {
        double[] at = start;
        double[] best = start;
        double least = Double.POSITIVE_INFINITY;
        double[][] damped = design.damped(weights(at), shipped.damping());
        for (int round = 0; round < ROUNDS; round++) {
            Posterior held = posterior(design, damped, prior);
            at = new BoundedMinimum(held, prior.bounds(), prior.fixed()).from(at);
            double[][] now = design.damped(weights(at), shipped.damping());
            double value = posterior(design, now, prior).value(at);
            if (value < least) {
                least = value;
                best = at;
            }
            if (Arrays.deepEquals(now, damped)) {
                break;
            }
            damped = now;
        }
        return best;
    }

    private Posterior posterior(Design design, double[][] damped, Prior prior) {
        double[] centre =
                prior.centre().stream().mapToDouble(Double::doubleValue).toArray();
        return new Posterior(design, damped, prior.selection(), centre, settings.strength());
    }

    private SortedMap<String, String> kept(
            List<LabelledCall> calls, Weighing present, SortedMap<String, Integer> seen) {
        Map<String, Set<String>> callers = new HashMap<>();
        for (LabelledCall call : calls) {
            for (Share share : call.shares()) {
                seen.merge(share.symbol(), 1, Integer::sum);
                callers.computeIfAbsent(share.symbol(), symbol -> new HashSet<>())
                        .add(call.caller());
            }
        }
        SortedMap<String, String> kept = new TreeMap<>();
        shipped.weights().forEach((symbol, weight) -> {
            int times = seen.getOrDefault(symbol, 0);
            int from = callers.getOrDefault(symbol, Set.of()).size();
            if (weight == 0 || present.weight(symbol) == 0) {
                kept.put(symbol, "on trial");
            } else if (times < settings.minCalls()) {
                kept.put(symbol, "too few calls: " + times + " of " + settings.minCalls());
            } else if (from < settings.minCallers()) {
                kept.put(symbol, "too few callers: " + from + " of " + settings.minCallers());
            }
        });
        return kept;
    }

    private static double[] parameters(Design design, Weighing weighing) {
        double[] parameters = new double[design.symbols().size() + 1];
        parameters[0] = Logistic.logOdds(weighing.prior());
        for (int i = 1; i < parameters.length; i++) {
            parameters[i] = weighing.weight(design.symbols().get(i - 1));
        }
        return parameters;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] weights(double[] parameters) {
        return Arrays.copyOfRange(parameters, 1, parameters.length);
    }

    private static Weighing weighing(Design design, double[] parameters, Weighing present) {
        SortedMap<String, Double> weights = new TreeMap<>(present.weights());
        for (int i = 1; i < parameters.length; i++) {
            weights.put(design.symbols().get(i - 1), parameters[i]);
        }
        return present.with(Logistic.probability(parameters[0]), weights);
    }
}
