package dev.quell.security.people;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever makes the request that this thread serves. Controllers take a {@link Person} as an argument. */
public final class CurrentPerson {

    private CurrentPerson() {}

    /** The person; empty before sign-in, and outside of requests. */
    public static Optional<Person> find() {
        Authentication by = SecurityContextHolder.getContext().getAuthentication();
        return by != null && by.isAuthenticated() && by.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    /**
     * The person.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static Person get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
