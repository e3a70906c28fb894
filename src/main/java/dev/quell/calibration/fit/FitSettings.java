package dev.quell.calibration.fit;

/**
 * How a fit is held back.
 *
 * @param strength of the shipped weights as prior: the penalty is half of it times the squared distance of each weight from the shipped one. Above 0; a
 *     symbol moves about half-way on four times as many calls that could as well be one thing as the other
 * @param minCalls a symbol seen in fewer training calls keeps its weight
 * @param minCallers a symbol seen with fewer training callers keeps its weight
 * @param leeway at least 1; a weight stays between its shipped value divided by this and multiplied by it, at most 10
 * @param perCaller calls of one caller that count whole; with more of them all together count as many
 */
public record FitSettings(double strength, int minCalls, int minCallers, double leeway, int perCaller) {

    /** Strength 20, symbols with 30 calls of 10 callers, weights from a third to three times the shipped ones, ten calls a caller. */
    public static final FitSettings DEFAULT = new FitSettings(20, 30, 10, 3, 10);

    public FitSettings {
        if (!(strength > 0 && Double.isFinite(strength))) {
            throw new IllegalArgumentException("the strength must be above 0, such as 20, not " + strength);
        }
        if (minCalls < 1 || minCallers < 1 || perCaller < 1 || !(leeway >= 1)) {
            throw new IllegalArgumentException("a fit needs at least one call a symbol and a leeway of at least 1");
        }
    }

    /** The same with another strength. */
    public FitSettings withStrength(double other) {
        return new FitSettings(other, minCalls, minCallers, leeway, perCaller);
    }
}
