package dev.quell.flag.trust;

/** What became of an agent's opinion of a number. */
enum Fate {
    HELD,
    FAILED,
    OPEN
}
