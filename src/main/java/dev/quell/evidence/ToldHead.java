package dev.quell.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the chain's end was last told, since the start.
 *
 * @param at when it was told to the log; empty if it was not yet
 * @param block the number of the block that was told; 0 if none was
 * @param hash its hash; empty if none was told
 * @param webhook whether it is told to the site's webhook too
 * @param waiting whether the webhook has not taken it yet
 * @param fault why the end can be neither signed nor told now; empty if it can
 */
public record ToldHead(Optional<Instant> at, long block, String hash, boolean webhook, boolean waiting, String fault) {}
