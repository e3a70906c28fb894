package dev.quell.asterisk.ami.link;

import java.time.Duration;

/**
 * The times of a connection's keeping.
 *
 * @param watch from one canary of the watchdog to the next
 * @param patience how long a canary may stay away; then the connection is taken for dead and made anew
 * @param first pause before the first attempt to connect again; doubled with each further one
 * @param longest longest pause between attempts to reach an Asterisk
 * @param refused pause after a refused login, so that a wrong password is not hammered in
 * @param reconcile from one question what is up to the next, with nothing amiss
 */
public record LinkTiming(
        Duration watch, Duration patience, Duration first, Duration longest, Duration refused, Duration reconcile) {

    /** The pause before an attempt, by how many have failed before it, 0 or more. */
    Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
