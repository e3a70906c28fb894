package dev.quell.simulation.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which call of a nuisance caller was the first to meet something, over the callers who called often enough.
 *
 * @param what what was met, and who these callers are
 * @param wanted which call it must be for half of them at the latest; NaN if this is for information
 * @param callers how many they are
 * @param median which call it was for half of them; infinite if half never met it
 * @param ninetieth which call it was for 90 % of them
 */
public record TimeToDecision(String what, double wanted, int callers, double median, double ninetieth) {

    static TimeToDecision of(
            String what, double wanted, int atLeast, List<CallerTrace> callers, ToDoubleFunction<CallerTrace> first) {
        double[] sorted = callers.stream()
                .filter(caller -> caller.calls() >= atLeast)
                .mapToDouble(first)
                .sorted()
                .toArray();
        return new TimeToDecision(what, wanted, sorted.length, rank(sorted, 0.5), rank(sorted, 0.9));
    }

    /** The least value that so large a part of the sample does not exceed. */
    private static double rank(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
