package dev.quell.console.people;

import java.util.Set;

/** The keys of what can be wrong with a form. */
final class AccountFaults {
    private static final Set<String> KEYS = Set.of(
            "name",
            "full-name",
            "roles",
            "agent",
            "short",
            "long",
            "common",
            "own",
            "same",
            "token-name",
            "scopes",
            "term");

    private AccountFaults() {}

    static boolean isKey(String text) {
        return KEYS.contains(text);
    }
}
