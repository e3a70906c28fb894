package dev.quell.security;

/** Makes {@link SafeCookies} for tests. */
public final class Cookies {
    private Cookies() {}

    /** As the settings would make it. */
    public static SafeCookies safe(boolean always) {
        return new SafeCookies(always);
    }
}
