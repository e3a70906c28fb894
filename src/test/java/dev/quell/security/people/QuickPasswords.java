package dev.quell.security.people;

import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords that are kept as they are, for tests that check many. */
public final class QuickPasswords implements PasswordEncoder {

    private final Runnable first;

    private QuickPasswords(Runnable first) {
        this.first = first;
    }

    /** A queue as the service's own, and no work. */
    public static Passwords make() {
        return make(() -> {});
    }

    /**
     * A queue as the service's own.
     *
     * @param first is done before each check
     */
    public static Passwords make(Runnable first) {
        return new Passwords(new QuickPasswords(first));
    }

    @Override
    public String encode(CharSequence raw) {
        return "h:" + raw;
    }

    @Override
    public boolean matches(CharSequence raw, String encoded) {
        first.run();
        return encoded.equals("h:" + raw);
    }
}
