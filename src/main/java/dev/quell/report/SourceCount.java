package dev.quell.report;

import dev.quell.call.CallerNumber;

/**
 * What a source did in a period.
 *
 * @param flags agents' standing flags raised in the period
 */
public record SourceCount(CallerNumber caller, Tally tally, long flags) {

    /** How many incidents there were: silent calls, noise, and flags. */
    public long nuisance() {
        return tally.silent() + tally.noise() + flags;
    }
}
