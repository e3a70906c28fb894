package dev.quell.console.shell;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a page was asked for is not there, or no longer. */
public final class Missing extends ResponseStatusException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Missing() {
        super(HttpStatus.NOT_FOUND);
    }
}
