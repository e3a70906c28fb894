package dev.quell.traffic.trunk;

/** The callers of a trunk's answered calls within a find time, of the last {@value #CALLS} calls at most. Times are epoch milliseconds. */
final class CallerWindow {

    private static final int CALLS = 512;

    private final long findTime;
    private final long[] callers = new long[CALLS];
    private final long[] ended = new long[CALLS];
    private final byte[] heard = new byte[CALLS];
    private final CallerTally tally = new CallerTally(2 * CALLS);
    private int oldest;
    private int size;

    CallerWindow(long findTime) {
        this.findTime = findTime;
    }

    /** Takes note of a call; the oldest gives way to it. */
    void add(long caller, Heard kind, long now) {
        if (size == CALLS) {
            forgetOldest();
        }
        int next = (oldest + size) % CALLS;
        callers[next] = caller;
        ended[next] = now;
        heard[next] = (byte) kind.code();
        size++;
        tally.add(caller, kind, 1);
    }

    /** Forgets what is older than the find time. */
    void advance(long now) {
        while (size > 0 && ended[oldest] < now - findTime) {
            forgetOldest();
        }
    }

    /** The callers of the window. */
    CallerTally tally() {
        return tally;
    }

    private void forgetOldest() {
        tally.add(callers[oldest], Heard.of(heard[oldest]), -1);
        oldest = (oldest + 1) % CALLS;
        size--;
    }
}
