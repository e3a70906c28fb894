package dev.quell.security.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what somebody signs in. */
public enum Way {
    /** A password that is kept here. */
    PASSWORD,
    /** An OpenID Connect provider. */
    OIDC,
    /** A directory that is asked over LDAP. */
    LDAP;

    /** As tables and the REST interface write it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a word; empty if there is none. */
    public static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
