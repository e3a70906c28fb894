package dev.quell.flag;

/**
 * An event: a flag was raised, or taken back if {@link Flag#undoneAt()} is present.
 *
 * @param by who raised it or took it back
 */
public record CallFlagged(Flag flag, String by) {}
