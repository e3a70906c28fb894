package dev.quell.asterisk.agi.transport;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * New calls go before dialogues. What a virtual thread wakes runs before what comes from outside, so that thousands of dialogues, which wake each other's
 * carriers, would keep new calls out for as long as the processor is busy. While many of them wait a dialogue sleeps for a moment before its next step.
 */
final class Precedence {

    /** So many are served at once without anybody waiting. */
    private static final int FEW = 8;

    /** Short beside the 1.5 s that the dialplan's guard gives a step beyond its length. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final AtomicInteger newcomers = new AtomicInteger();

    /** A new connection. */
    Turn newcomer() {
        newcomers.incrementAndGet();
        return new Turn();
    }

    /** Whether dialogues are to give way now. */
    boolean manyWait() {
        return newcomers.get() > FEW;
    }

    /** One connection's place; for its own thread. */
    final class Turn {

        private boolean newcomer = true;

        /** It is a newcomer no more: served, gone, or in a dialogue. */
        void over() {
            if (newcomer) {
                newcomer = false;
                newcomers.decrementAndGet();
            }
        }

        /** Lets newcomers go first if many wait; a moment and not longer. */
        void giveWay() {
            if (manyWait()) {
                long most = MOMENT.toNanos();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
            }
        }
    }
}
