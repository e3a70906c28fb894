package dev.quell.asterisk.ami.book;

import dev.quell.call.TalkReport;

/**
 * Counts concluded calls in a row that an agent had and in which nothing was heard. Where a whole centre falls silent it is not the callers: an event filter or a missing
 * module keeps the talk events back.
 */
final class SilentRun {

    private final int limit;
    private int run;

    /** @param limit so many calls in a row are taken for deafness, at least 1 */
    SilentRun(int limit) {
        this.limit = limit;
    }

    /** Somebody was heard. */
    synchronized void sound() {
        run = 0;
    }

    /** A call has been concluded; only a whole one tells anything. */
    synchronized void concluded(TalkReport heard) {
        if (heard.whole() && heard.total().isZero() && heard.current().isZero()) {
            run++;
        }
    }

    synchronized boolean deaf() {
        return run >= limit;
    }
}
