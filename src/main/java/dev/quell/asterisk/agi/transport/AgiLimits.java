package dev.quell.asterisk.agi.transport;

import java.time.Duration;

/**
 * How much a request, and then each reply, may be.
 *
 * @param lines most lines
 * @param line most characters in a line
 * @param request most characters in all
 * @param headerTime longest time to the end of the headers
 */
public record AgiLimits(int lines, int line, int request, Duration headerTime) {}
