package dev.quell.load;

import java.time.Duration;

/**
 * A histogram of times from 1 ns to 18 minutes with 64 steps to each doubling: no figure is more than 1.6 % above the true one. Not safe for several
 * threads: each thread has its own, added together at the end.
 */
public final class Latencies {

    private static final int STEPS = 64;
    private static final int BITS = 6;
    private static final int DOUBLINGS = 40;

    private final long[] counts = new long[(DOUBLINGS - BITS + 2) * STEPS];
    private long count;
    private long sum;
    private long longest;

    /** Notes one time. */
    public void add(long nanos) {
        long value = Math.clamp(nanos, 1, (1L << DOUBLINGS) - 1);
        counts[index(value)]++;
        count++;
        sum += value;
        longest = Math.max(longest, value);
    }

    private static int index(long value) {
        int doubling = Math.max(0, 63 - Long.numberOfLeadingZeros(value) - BITS);
        return doubling * STEPS + (int) (value >>> doubling);
    }

    /** Adds all that another has. */
    public Latencies add(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        sum += other.sum;
        longest = Math.max(longest, other.longest);
        return this;
    }

    /** How many times were noted. */
    public long count() {
        return count;
    }

    /** The arithmetic mean; zero of nothing. */
    public Duration mean() {
        return Duration.ofNanos(count == 0 ? 0 : sum / count);
    }

    /** The longest, exactly. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** The least time that this share of all did not exceed; zero of nothing. */
    public Duration quantile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Duration.ofNanos(Math.min(upper(i), longest));
            }
        }
        return Duration.ofNanos(longest);
    }

    private static long upper(int index) {
        int doubling = Math.max(0, index / STEPS - 1);
        return ((long) (index - doubling * STEPS + 1) << doubling) - 1;
    }
}
