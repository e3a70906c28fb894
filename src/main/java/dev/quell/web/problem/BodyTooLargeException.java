package dev.quell.web.problem;

import java.io.IOException;
import java.io.Serial;

/** A body turned out to be longer than is read. */
final class BodyTooLargeException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLargeException(long limit) {
        super("a body of more than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
