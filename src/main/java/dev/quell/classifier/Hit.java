package dev.quell.classifier;

/**
 * A rule's finding: how strongly, and the numbers behind it.
 *
 * @param share multiplies the symbol's weight; 1 counts it whole
 * @param seen the numbers that the catalogue's wording of the finding shows
 */
public record Hit(double share, Seen seen) {

    /** A finding that counts whole and has no number. */
    public static final Hit WHOLE = new Hit(1.0, Seen.NOTHING);

    /** A finding with a share and its numbers. */
    public static Hit of(double share, long first, long second) {
        return new Hit(share, new Seen(first, second));
    }

    /** A finding that counts whole, with one number. */
    public static Hit whole(long first) {
        return of(1.0, first, 0);
    }

    /** A finding that counts whole, with two numbers. */
    public static Hit whole(long first, long second) {
        return of(1.0, first, second);
    }
}
