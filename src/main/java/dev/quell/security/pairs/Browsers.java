package dev.quell.security.pairs;

import dev.quell.security.people.Account;

/** The port to what is known of the browser of the request that this thread serves. */
@FunctionalInterface
public interface Browsers {

    /** Whether an account was signed in with it before; false for programs, and outside of requests. */
    boolean wasSignedIn(Account account);
}
