package dev.quell.backtest.measure;

import java.util.List;

/**
 * How scores are spread.
 *
 * @param from the lower border of the first bin
 * @param to the upper border of the last, which belongs to it
 * @param bins of equal width
 */
public record Histogram(double from, double to, List<Bin> bins) {

    public Histogram {
        bins = List.copyOf(bins);
    }

    /** The cases in one bin. */
    public record Bin(long good, long nuisance) {

        Bin plus(long goods, long nuisances) {
            return new Bin(good + goods, nuisance + nuisances);
        }
    }
}
