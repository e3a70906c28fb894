package dev.quell.security;

import dev.quell.security.people.Right;
import java.util.HashSet;
import java.util.Set;

/** Whom a route lets in. */
public sealed interface Access {

    /** Everybody, also without signing in. */
    record Open() implements Access {}

    /** Whoever is signed in, whatever the rights. */
    record SignedIn() implements Access {}

    /**
     * Whoever has all of some rights.
     *
     * @param rights 1 or more
     */
    record Needs(Set<Right> rights) implements Access {
        public Needs {
            rights = Set.copyOf(rights);
        }
    }

    /** Whoever is on this machine itself, and others who have a right. */
    record Local(Right otherwise) implements Access {}

    /** Whoever may do everything: what the table lacks. */
    record All() implements Access {}

    /** Whoever has a right, or several. */
    static Access needs(Right first, Right... others) {
        Set<Right> rights = new HashSet<>(Set.of(others));
        rights.add(first);
        return new Needs(rights);
    }
}
