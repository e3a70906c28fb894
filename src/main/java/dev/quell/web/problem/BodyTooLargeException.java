package dev.quell.web.problem;

import java.io.IOException;
import java.io.Serial;

/** A body turned out to be longer than is read. */
final class BodyTooLargeException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BodyLimit limit;

    BodyTooLargeException(BodyLimit limit) {
        super(limit.words());
        this.limit = limit;
    }

    String words() {
        return limit.words();
    }
}
