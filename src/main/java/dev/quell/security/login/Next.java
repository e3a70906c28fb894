package dev.quell.security.login;

import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a person goes. */
public final class Next {

    /** A path of this site: no other host can be meant, whatever a browser makes of the text. */
    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9_~.-][A-Za-z0-9_~./%?&=+:,*!-]*)?");

    /** What of a request says where to go after sign-in, where no field of a form does. */
    public static final String WANTED = "quell.next";

    /** What is gone to by itself, and is no page that anybody comes back to. */
    private static final Pattern NOWHERE = Pattern.compile("/(?:login|logout|error|setup)(?:[/?].*)?");

    private static final int LONGEST = 1000;

    private Next() {}

    /** Whether a text may be gone to after sign-in. */
    public static boolean isPath(String text) {
        return isAddress(text) && !NOWHERE.matcher(text).matches();
    }

    /** Whether a text is path and query of this site, and of no other whatever a browser makes of it. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST && PATH.matcher(text).matches();
    }

    /** Where a request wants to go after sign-in; empty if it does not say so, or not rightly. */
    static Optional<String> wanted(HttpServletRequest request) {
        Object kept = request.getAttribute(WANTED);
        return Optional.ofNullable(kept instanceof String text ? text : request.getParameter("next"))
                .filter(Next::isPath);
    }

    /** The page that somebody begins with. */
    public static String of(Person person) {
        if (person.may(Right.EVIDENCE) && !person.may(Right.PEOPLE)) {
            return "/sources";
        }
        return person.may(Right.NOW) ? "/now" : "/agent";
    }
}
