package dev.quell.asterisk.ami.link;

import java.time.Instant;
import java.util.Optional;

/**
 * How one Asterisk's connection stands.
 *
 * @param since when it came to stand so
 * @param trouble what is not as it should be, in words; empty if all is well
 */
public record LinkState(boolean connected, Instant since, Optional<String> trouble) {}
