package dev.quell.security;

import java.io.Serial;
import java.nio.file.Path;

/** There is no token that could open the REST interface, so Quell does not start. */
final class UnusableTokenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnusableTokenException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnusableTokenException unreachable(Path file, Exception cause) {
        return new UnusableTokenException(
                "quell.api.token-file: %s cannot be read or made (%s); Quell's user must be able to read and write it"
                        .formatted(file.toAbsolutePath(), cause.getClass().getSimpleName()),
                cause);
    }

    static UnusableTokenException malformed(Path file, Exception cause) {
        return new UnusableTokenException(
                "quell.api.token-file: %s holds no token: %s. Delete it, and the next start makes one"
                        .formatted(file.toAbsolutePath(), cause.getMessage()),
                cause);
    }
}
