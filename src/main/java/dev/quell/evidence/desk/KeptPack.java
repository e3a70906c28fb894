package dev.quell.evidence.desk;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A pack that waits to be fetched.
 *
 * @param note the block of its note in the chain
 * @param at when it was made
 * @param sha256 of the file when it was made
 * @param file where it is, for its owner alone
 * @param bytes its size
 */
public record KeptPack(long note, Instant at, String sha256, Path file, long bytes) {}
