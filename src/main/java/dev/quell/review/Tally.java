package dev.quell.review;

import dev.quell.call.Wilson;

/**
 * How many reviews came to what.
 *
 * @param right from 0
 * @param wrong from 0
 * @param unsure from 0; they say nothing about the share
 */
public record Tally(int right, int wrong, int unsure) {

    public Tally {
        if (right < 0 || wrong < 0 || unsure < 0) {
            throw new IllegalArgumentException("reviews are counted from 0");
        }
    }

    /** Those that say something. */
    public int decided() {
        return right + wrong;
    }

    /** The share of wrongly diverted ones, 0 to 1; 0 without any. */
    public double share() {
        return decided() == 0 ? 0 : (double) wrong / decided();
    }

    /** Where the share of all calls that were drawn from lies, at 95 %; all of 0 to 1 without any. */
    public Wilson.Interval interval() {
        return Wilson.interval(wrong, decided(), Wilson.Z_95);
    }
}
