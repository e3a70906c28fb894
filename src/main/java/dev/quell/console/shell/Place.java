package dev.quell.console.shell;

import java.util.Locale;

/** A page that the navigation leads to, in its order. */
public enum Place {
    NOW("/now", "now"),
    CALLS("/calls", "calls"),
    SOURCES("/sources", "sources"),
    LISTS("/lists", "lists"),
    FLAGS("/flags", "flags"),
    REPORTS("/reports", "reports"),
    EVIDENCE("/evidence", "custody"),
    TREATMENTS("/treatments", "treatments"),
    RULES("/rules", "rules"),
    TEST("/test", "test"),
    AUDIT("/audit", "audit"),
    PEOPLE("/people", "people"),
    AGENT("/agent", "agent");

    private final String path;
    private final String right;

    Place(String path, String right) {
        this.path = path;
        this.right = right;
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
