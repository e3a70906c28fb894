package dev.quell.traffic.line;

import java.util.Arrays;

/** Counts in a moving window, by bins of equal width. Times are epoch milliseconds; one that is over counts for the newest bin. */
final class Bins {

    private final long width;
    private final int[] counts;
    private long newest;
    private int sum;

    /** @param width of a bin in milliseconds */
    Bins(long width, int count) {
        this.width = width;
        this.counts = new int[count];
    }

    void add(long now) {
        advance(now);
        counts[index(newest)]++;
        sum++;
    }

    void advance(long now) {
        long bin = now / width;
        if (bin - newest >= counts.length) {
            Arrays.fill(counts, 0);
            sum = 0;
            newest = bin;
        }
        while (newest < bin) {
            newest++;
            sum -= counts[index(newest)];
            counts[index(newest)] = 0;
        }
    }

    /** The count of the whole window. */
    int sum() {
        return sum;
    }

    /** The count of the newest bins. */
    int newest(int bins) {
        int count = 0;
        for (int i = 0; i < bins; i++) {
            count += counts[index(newest - i)];
        }
        return count;
    }

    private int index(long bin) {
        return (int) Math.floorMod(bin, (long) counts.length);
    }
}
