package dev.quell.calibration.fit;

import dev.quell.classifier.Family;

/**
 * What one symbol said about a call, freed of its weight.
 *
 * @param share multiplies the symbol's weight; of either sign, never 0
 */
public record Share(String symbol, Family family, double share) {

    public Share {
        if (share == 0 || !Double.isFinite(share)) {
            throw new IllegalArgumentException(symbol + " says nothing with a share of " + share + "; leave it out");
        }
    }
}
