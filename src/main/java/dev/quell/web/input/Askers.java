package dev.quell.web.input;

import dev.quell.call.SaidFor;
import dev.quell.deed.Asker;
import dev.quell.security.people.CurrentPerson;

/** Reads for whom a program says that it asks. What is made bears the id of whoever is signed in or of the token; the field is told by the audit log alone. */
public final class Askers {

    /** The field. */
    public static final String FIELD = "author";

    /** What the field is, for the interface's description. */
    public static final String DESCRIPTION =
            "for whom, in the program's own words, 1 to 60 characters: the audit log tells it; the author is always the token or account that asks";

    /** Most characters of a name. */
    public static final int LONGEST = 60;

    private Askers() {}

    /** A person as whoever asks names him: kept as what that program said, and never taken for somebody who is signed in. */
    public static String said(String name) {
        return SaidFor.of(CurrentPerson.get().id(), name);
    }

    /** Whoever asks. */
    public static Asker of(Input input) {
        return new Asker(
                CurrentPerson.get(),
                input.optional(FIELD, text -> Clean.text(text, LONGEST)).orElse(""));
    }
}
