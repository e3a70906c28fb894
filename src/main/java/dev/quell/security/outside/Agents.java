package dev.quell.security.outside;

import dev.quell.security.people.Account;
import java.util.Optional;

/** Reads the agent's interface from what another service says. */
public final class Agents {

    private Agents() {}

    /**
     * The interface.
     *
     * @param told a whole one such as {@code PJSIP/1001}, or what follows the prefix
     * @return empty if it is none
     */
    public static Optional<String> of(String told, String prefix) {
        String text = told.strip();
        String whole = text.contains("/") ? text : prefix + text;
        return !text.isEmpty() && Account.isAgent(whole) ? Optional.of(whole) : Optional.empty();
    }
}
