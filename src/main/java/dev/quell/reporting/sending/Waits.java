package dev.quell.reporting.sending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long after a failed attempt a mail is tried again: ever longer, for a day and a half in all. */
final class Waits {

    private static final List<Duration> ALL = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private Waits() {}

    /**
     * The wait after an attempt; empty after the last one.
     *
     * @param tries attempts so far, from 1
     */
    static Optional<Duration> after(int tries) {
        return tries <= ALL.size() ? Optional.of(ALL.get(tries - 1)) : Optional.empty();
    }
}
