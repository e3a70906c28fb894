package dev.quell.security.people;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is in the call centre; an account may have several. */
public enum Role {
    /** Looks after the installation: may do everything, but for what two people are needed for. */
    ADMIN,
    /** Reviews sources and hands evidence over. */
    SECURITY,
    /** Reads everything, what people did too, and changes nothing. */
    AUDITOR,
    /** Talks to callers: the own page alone. */
    AGENT;

    /** What it may do. */
    public Set<Right> rights() {
        return switch (this) {
            case ADMIN -> EnumSet.complementOf(EnumSet.of(Right.ALONE));
            case SECURITY ->
                EnumSet.complementOf(EnumSet.of(
                        Right.ALONE,
                        Right.AGENT,
                        Right.AUDIT,
                        Right.PEOPLE,
                        Right.WEIGH,
                        Right.TREAT,
                        Right.SCHEDULE,
                        Right.SCREEN,
                        Right.METRICS));
            case AUDITOR ->
                EnumSet.of(
                        Right.NOW,
                        Right.CALLS,
                        Right.SOURCES,
                        Right.LISTS,
                        Right.KNOWN,
                        Right.FLAGS,
                        Right.AUDIT,
                        Right.RULES,
                        Right.TREATMENTS,
                        Right.REPORTS,
                        Right.CUSTODY,
                        Right.REVEAL,
                        Right.TEST,
                        Right.METRICS);
            case AGENT -> EnumSet.of(Right.AGENT);
        };
    }

    /** As people write it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word; empty if there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** What several roles may do together. */
    public static Set<Right> rights(Set<Role> roles) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(role.rights()));
        return Collections.unmodifiableSet(rights);
    }
}
