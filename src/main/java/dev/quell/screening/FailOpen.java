package dev.quell.screening;

import java.time.Instant;

/**
 * Calls, or parts of their screening, that were let pass for one reason.
 *
 * @param reason a word such as {@code journal}
 * @param last when it happened last
 * @param count how often since the start, 1 or more
 */
public record FailOpen(String reason, Instant last, long count) {

    /** Once more. */
    public FailOpen again(Instant at) {
        return new FailOpen(reason, at, count + 1);
    }
}
