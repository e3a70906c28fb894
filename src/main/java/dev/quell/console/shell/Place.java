package dev.quell.console.shell;

import java.util.Locale;

/** A page that the navigation leads to, in its order. */
public enum Place {
    NOW("/now", "now", true),
    CALLS("/calls", "calls", true),
    SOURCES("/sources", "sources", true),
    LISTS("/lists", "lists", true),
    FLAGS("/flags", "flags", true),
    TEST("/test", "test", true),
    AGENT("/agent", "agent", true),
    REPORTS("/reports", "reports", true),
    EVIDENCE("/evidence", "custody", false),
    TREATMENTS("/treatments", "treatments", false),
    RULES("/rules", "rules", false),
    AUDIT("/audit", "audit", false),
    PEOPLE("/people", "people", false);

    private final String path;
    private final String right;
    private final boolean daily;

    Place(String path, String right, boolean daily) {
        this.path = path;
        this.right = right;
        this.daily = daily;
    }

    /** Whether people go there in their daily work; the others stand in a menu where there are many. */
    boolean daily() {
        return daily;
    }

    /** Where it is. */
    public String path() {
        return path;
    }

    /** The right without which it is not shown. */
    String right() {
        return right;
    }

    /** The key of its name. */
    public String key() {
        return "shell.nav." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a path is this page or below it. */
    boolean holds(String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }
}
