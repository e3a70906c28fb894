package dev.quell.asterisk.protocol;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.Profile;
import java.util.Optional;

/** Reads what requests say about which call is meant. */
public final class Calls {

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
