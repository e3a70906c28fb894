package dev.quell.security.login;

import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import java.util.regex.Pattern;

/** Where a person goes after sign-in. */
public final class Next {

    /** A path of this site: no other host can be meant, whatever a browser makes of the text. */
    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9_~.-][A-Za-z0-9_~./%?&=+:,*!-]*)?");

    private static final int LONGEST = 1000;

    private Next() {}

    /** Whether a text may be gone to. */
    static boolean isPath(String text) {
        return text.length() <= LONGEST && PATH.matcher(text).matches();
    }

    /** The page that somebody begins with. */
    public static String of(Person person) {
        if (person.may(Right.EVIDENCE) && !person.may(Right.PEOPLE)) {
            return "/sources";
        }
        return person.may(Right.NOW) ? "/now" : "/agent";
    }
}
