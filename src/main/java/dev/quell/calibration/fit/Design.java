package dev.quell.calibration.fit;

import dev.quell.classifier.Family;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labelled calls as rows of numbers; calls with the same evidence and label are one row. */
final class Design {

    private final List<String> symbols;
    private final int[][] columns;
    private final double[][] shares;
    private final Family[][] families;
    private final boolean[] nuisance;
    private final double[] counts;

    private record Pattern(List<Share> shares, boolean nuisance) {}

    private Design(List<String> symbols, Map<Pattern, Double> rows) {
        this.symbols = List.copyOf(symbols);
        int size = rows.size();
        this.columns = new int[size][];
        this.shares = new double[size][];
        this.families = new Family[size][];
        this.nuisance = new boolean[size];
        this.counts = new double[size];
        int row = 0;
        for (Map.Entry<Pattern, Double> entry : rows.entrySet()) {
            List<Share> said = entry.getKey().shares();
            columns[row] = said.stream()
                    .mapToInt(share -> symbols.indexOf(share.symbol()))
                    .toArray();
            shares[row] = said.stream().mapToDouble(Share::share).toArray();
            families[row] = said.stream().map(Share::family).toArray(Family[]::new);
            nuisance[row] = entry.getKey().nuisance();
            counts[row++] = entry.getValue();
        }
    }

    /**
     * Arranges calls.
     *
     * @param perCaller calls of one caller that count whole; with more of them all together count as many
     */
    static Design of(List<LabelledCall> calls, int perCaller) {
        Map<String, Integer> ofCaller = new HashMap<>();
        calls.forEach(call -> ofCaller.merge(call.caller(), 1, Integer::sum));
        Map<Pattern, Double> rows = new LinkedHashMap<>();
        for (LabelledCall call : calls) {
            double counts = Math.min(1, (double) perCaller / ofCaller.getOrDefault(call.caller(), 1));
            rows.merge(new Pattern(call.shares(), call.nuisance()), counts, Double::sum);
        }
        List<String> symbols = calls.stream()
                .flatMap(call -> call.shares().stream().map(Share::symbol))
                .distinct()
                .sorted()
                .toList();
        return new Design(symbols, rows);
    }

    /** The symbols that spoke in some call, sorted; their place is their column. */
    List<String> symbols() {
        return symbols;
    }

    int rows() {
        return counts.length;
    }

    int[] columns(int row) {
        return columns[row];
    }

    boolean nuisance(int row) {
        return nuisance[row];
    }

    /** How many calls a row stands for. */
    double count(int row) {
        return counts[row];
    }

    /**
     * What each weight is multiplied with in each row: the share, times the damping where the contribution is positive under these weights and not its
     * family's largest.
     */
    double[][] damped(double[] weights, double damping) {
        double[][] damped = new double[rows()][];
        for (int row = 0; row < damped.length; row++) {
            damped[row] = shares[row].clone();
            for (int i = 0; i < damped[row].length; i++) {
                if (contribution(row, i, weights) > 0 && !largest(row, i, weights)) {
                    damped[row][i] *= damping;
                }
            }
        }
        return damped;
    }

    /** Whether nothing of the same family contributes more; of equals the first is the largest. */
    private boolean largest(int row, int i, double[] weights) {
        double own = contribution(row, i, weights);
        for (int j = 0; j < columns[row].length; j++) {
            double other = contribution(row, j, weights);
            if (families[row][j] == families[row][i] && (other > own || (other == own && j < i))) {
                return false;
            }
        }
        return true;
    }

    private double contribution(int row, int i, double[] weights) {
        return shares[row][i] * weights[columns[row][i]];
    }
}
