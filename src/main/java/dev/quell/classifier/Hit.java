package dev.quell.classifier;

/**
 * A rule's finding: how strongly, and why in words.
 *
 * @param share multiplies the symbol's weight; 1 counts it whole
 * @param reason what was seen, for example {@code 4 silent calls in 10 min}; never caller-made text
 */
public record Hit(double share, String reason) {

    /** A finding that counts whole. */
    public static Hit whole(String reason) {
        return new Hit(1.0, reason);
    }
}
