package dev.quell.flag;

/** An event: a flag was raised, or taken back if {@link Flag#undoneAt()} is present. */
public record CallFlagged(Flag flag) {}
