package dev.quell.reporting.sending;

import java.time.Instant;
import java.util.Optional;

/**
 * A report's way to one recipient.
 *
 * @param report the report's number in the book
 * @param to the recipient's address
 * @param asked when somebody, or the schedule, wanted it sent last
 * @param tries attempts so far
 * @param next when it is tried again; empty if it was taken, or is given up
 * @param taken when the mail server took it; empty if it did not
 * @param fault why the last attempt failed; empty if none did
 */
public record SentMail(
        long report,
        String to,
        Instant asked,
        int tries,
        Optional<Instant> next,
        Optional<Instant> taken,
        String fault) {

    /** How it stands. */
    public State state() {
        if (taken.isPresent()) {
            return State.TAKEN;
        }
        if (next.isEmpty()) {
            return State.GIVEN_UP;
        }
        return fault.isEmpty() ? State.WAITING : State.FAILING;
    }

    /** How a mail stands. */
    public enum State {
        /** The mail server took it. */
        TAKEN,
        /** It was not tried yet. */
        WAITING,
        /** It failed, and is tried again. */
        FAILING,
        /** It failed for good. */
        GIVEN_UP
    }
}
