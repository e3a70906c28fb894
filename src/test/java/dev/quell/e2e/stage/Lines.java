package dev.quell.e2e.stage;

/** The kinds of line that each scenario has one of; the service's settings for them are in {@code e2e/quell/application.yml}. */
public enum Lines {
    /** A standard line without settings of its own. */
    ORDINARY("40"),
    /** Never deters, blocks or releases. */
    PROTECTED("41"),
    /** Refuses callers who are blocked. */
    STRICT("42"),
    /** Listens to every caller. */
    LISTENING("43"),
    /** Protected, and listens to every caller. */
    HOTLINE("44"),
    /** A standard line for calls beside the scenario's own. */
    OTHER("45");

    private final String prefix;

    Lines(String prefix) {
        this.prefix = prefix;
    }

    /** The number of the line that a seat has. */
    String of(String seat) {
        return prefix + seat;
    }
}
