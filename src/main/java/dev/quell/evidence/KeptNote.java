package dev.quell.evidence;

/**
 * A note in the chain.
 *
 * @param line its text in canonical JSON; its leaf is the root of its block
 * @param details the text in canonical JSON whose SHA-256 the note has; empty if it has none, or it was removed
 * @param block its block's number
 */
public record KeptNote(String line, String details, long block) {}
