package dev.quell.console.audit;

/** Where a stored text, or a part of one, stands. */
enum Cell {
    /** On what. */
    SUBJECT,
    /** How it was. */
    BEFORE,
    /** How it is. */
    AFTER,
    /** Who wanted or confirmed something: how signed in, and from where. */
    SPEAKER,
    /** One thing that speaks for one person behind two accounts. */
    DOUBT
}
