package dev.quell.security.login;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody was signed in. Whether there is such an account, and whether it is disabled, it does not say. */
final class SignInRefused extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    private SignInRefused(String message, Duration wait) {
        super(message);
        this.wait = wait;
    }

    /** Account and password do not fit. */
    static SignInRefused wrong() {
        return new SignInRefused("name and password do not fit", Duration.ZERO);
    }

    /** It may be tried again after a while. */
    static SignInRefused tooOften(Duration wait) {
        return new SignInRefused("too many attempts", wait);
    }

    /** How long to wait; zero if it may be tried at once. */
    Duration waiting() {
        return wait;
    }
}
