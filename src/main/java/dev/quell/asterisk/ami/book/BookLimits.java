package dev.quell.asterisk.ami.book;

import java.time.Duration;

/**
 * The bounds of one Asterisk's call book.
 *
 * @param calls most calls at once; more are not known, and so never silent
 * @param burst shortest burst that is speech; shorter ones are clicks
 * @param keepEnded how long an ended call waits to be concluded
 * @param deafAfter after so many concluded calls in a row without a sound the stream is taken for deaf
 * @param fresh how old the last canary's return may be for the stream to count as whole
 * @param deterrentQueue the deterrent queue's name
 */
public record BookLimits(
        int calls, Duration burst, Duration keepEnded, int deafAfter, Duration fresh, String deterrentQueue) {}
