package dev.quell.blocklist;

import java.time.Instant;
import java.util.Optional;

/**
 * That a person ended an entry before its time.
 *
 * @param id the entry's number
 * @param by who ended it
 * @param until when it would have ended; empty if it stood for good
 */
public record Lifting(long id, String by, Instant at, Optional<Instant> until) {}
