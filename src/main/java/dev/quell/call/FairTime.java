package dev.quell.call;

import java.time.Instant;

/**
 * By which moment what is said of callers is over, where the clock cannot be believed: what is held against them ends by the latest moment that it may be, what
 * speaks for them by the earliest.
 */
public interface FairTime {

    /** The moment by which what is held against callers has ended; the given one while the clock is believed, never an earlier one. */
    Instant against(Instant now);

    /** The moment by which what speaks for callers has ended; the given one while the clock is believed, never a later one. */
    Instant favour(Instant now);

    /** Whether the clock that says so is not believed. */
    default boolean doubts(Instant now) {
        return !against(now).equals(now) || !favour(now).equals(now);
    }

    /** Believes every clock. */
    static FairTime trusting() {
        return new FairTime() {
            @Override
            public Instant against(Instant now) {
                return now;
            }

            @Override
            public Instant favour(Instant now) {
                return now;
            }
        };
    }
}
