package dev.quell.deed;

import dev.quell.security.people.Person;
import dev.quell.security.people.Right;

/**
 * Whoever asks for a deed.
 *
 * @param person who is signed in, or whose token it is; author of what is made
 * @param named for whom a program says that it asks, unproven, at most 60 characters; empty if it does not say. Only the audit log tells it.
 */
public record Asker(Person person, String named) {

    /** Somebody who asks in the own name. */
    public static Asker of(Person person) {
        return new Asker(person, "");
    }

    /** What authors are told by. */
    public String id() {
        return person.id();
    }

    /** Whether no second person is needed. */
    boolean alone() {
        return person.may(Right.ALONE);
    }

    /** What stands before the words of the audit. */
    public String words() {
        return named.isEmpty() ? "" : "for " + named + ", ";
    }
}
