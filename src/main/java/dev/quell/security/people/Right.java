package dev.quell.security.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One thing that somebody may do. What a route needs, what a role gives and what a template asks for are these words. */
public enum Right {
    /** See what goes on at this moment. */
    NOW,
    /** Read the call log, and why each call was treated as it was. */
    CALLS,
    /** Read what is known of sources. */
    SOURCES,
    /** Read the block list and the allow list. */
    LISTS,
    /** Make and end entries of the block list. */
    BLOCK,
    /** Make and end entries of the allow list. */
    ALLOW,
    /** Make entries that need two people on one's own word. No role has it: it is given to a program explicitly. */
    ALONE,
    /** Read who is known, and as what. */
    KNOWN,
    /** Make callers known, and take that back. */
    KNOW,
    /** Read the flags of all agents. */
    FLAGS,
    /** Raise flags for any agent, and take any back; judge calls that were treated. */
    FLAG,
    /** One's own page: the call one has, one's own flags. */
    AGENT,
    /** Read what people did. */
    AUDIT,
    /** Make and change accounts and tokens. */
    PEOPLE,
    /** Read rules and weights. */
    RULES,
    /** Change rules and weights. */
    WEIGH,
    /** Read lines, profiles, scripts and prompts. */
    TREATMENTS,
    /** Change lines, profiles, scripts and prompts. */
    TREAT,
    /** Read reports. */
    REPORTS,
    /** Say which reports are sent to whom, and have them sent. */
    SCHEDULE,
    /** Read which evidence packs were made, which legal holds stand, and the state of the chain; have it checked. */
    CUSTODY,
    /** Make evidence packs, and put sources on hold. */
    EVIDENCE,
    /** See numbers whole. */
    UNMASK,
    /** See one number whole for a while, with a reason that is kept. */
    REVEAL,
    /** Ask what would happen to a number, with no effect. */
    TEST,
    /** Have calls of another switch decided, and tell how they ended. */
    SCREEN,
    /** Read metrics and the state of health in detail. */
    METRICS;

    /** Before each word where Spring Security keeps authorities as text. */
    public static final String AUTHORITY = "may:";

    /** As templates and tables write it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security keeps it. */
    public String authority() {
        return AUTHORITY + word();
    }

    /** The right of a word; empty if there is none. */
    public static Optional<Right> of(String word) {
        return Arrays.stream(values())
                .filter(right -> right.word().equals(word))
                .findFirst();
    }
}
