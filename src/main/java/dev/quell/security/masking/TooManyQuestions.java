package dev.quell.security.masking;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Somebody who does not see numbers whole has asked for too many of them. */
public final class TooManyQuestions extends ResponseStatusException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooManyQuestions() {
        super(HttpStatus.TOO_MANY_REQUESTS);
    }
}
