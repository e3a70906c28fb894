package dev.quell.classifier;

/**
 * The numbers of a finding; the catalogue's wording says what they count. Numbers only: nothing of a caller's making can be in it.
 *
 * @param first in the wording {@code {0}}; 0 if the wording has none
 * @param second in the wording {@code {1}}
 */
public record Seen(long first, long second) {

    /** No number. */
    public static final Seen NOTHING = new Seen(0, 0);

    /** The numbers were not written down, as in the records of the first version; no finding has them. */
    public static final Seen NOT_KEPT = new Seen(-1, -1);
}
