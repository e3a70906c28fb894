package dev.quell.evidence.custody;

import java.time.Instant;

/**
 * A pack that was handed out, as the chain tells.
 *
 * @param pack the block of the pack's own note
 * @param at when
 * @param sha256 of the file
 * @param bytes its size
 * @param who got it; empty if that is not kept any more
 * @param by the account that took it; empty if that is not kept any more
 */
public record HandingNote(long pack, Instant at, String sha256, long bytes, String who, String by) {}
