package dev.quell.call;

/** How carefully a line's callers are handled. */
public enum Profile {
    /** An ordinary service line. */
    STANDARD,
    /** An emergency, crisis, health or bank-fraud line: a machine never releases, blocks or deters its callers. */
    PROTECTED
}
