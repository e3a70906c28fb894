package dev.quell.evidence.custody;

import java.time.Instant;

/**
 * That a legal hold was made or ended, as the chain tells.
 *
 * @param hold its number
 * @param ended whether it was ended; made otherwise
 * @param at when
 * @param who ordered it
 * @param why the reason they gave
 * @param by the account or token that did it
 */
public record HoldNote(long hold, boolean ended, Instant at, String who, String why, String by) {}
