package dev.quell.asterisk.protocol;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.Profile;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what requests say about which call is meant. */
public final class Calls {

    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private Calls() {}

    /** The call of {@code srv} and {@code id}. */
    public static CallId id(Arguments arguments) throws RefusedException {
        try {
            return new CallId(arguments.get("srv"), arguments.get("id"));
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(
                    Refusal.VALUE,
                    "srv and id name no call: " + malformed.getMessage()
                            + "; QUELL_SERVER and the linkedid belong there");
        }
    }

    /** The Asterisk's name of {@code srv}. */
    public static String server(Arguments arguments) throws RefusedException {
        if (!SERVER.matcher(arguments.get("srv")).matches()) {
            throw new RefusedException(
                    Refusal.VALUE,
                    "the value of srv is " + Escaped.text(arguments.get("srv"))
                            + "; QUELL_SERVER must be 1 to 32 letters, digits or hyphens");
        }
        return arguments.get("srv");
    }

    /** The call's token of {@code c}; empty for a call that was not screened. */
    public static Optional<CallToken> token(Arguments arguments) throws RefusedException {
        String token = arguments.get("c");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (!CallToken.isWellFormed(token)) {
            throw new RefusedException(Refusal.VALUE, "the value of c is no call token; one is 26 of a-z and 2-7");
        }
        return Optional.of(new CallToken(token));
    }

    /** The profile of {@code profile}; one that is empty or not known is protected, the careful one. */
    public static Profile profile(Arguments arguments) {
        return arguments.get("profile").equals("standard") ? Profile.STANDARD : Profile.PROTECTED;
    }
}
