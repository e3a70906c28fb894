package dev.quell.share;

import java.time.Instant;

/**
 * The right to act for a while.
 *
 * @param name what it is for, for example {@code redirect:pbx:1795339998.23}
 * @param fence grows with each lease of the name, so that whoever acts late can be told from whoever acts now
 * @param until when it ends by itself
 */
public record Lease(String name, long fence, Instant until) {}
