package dev.quell.screening.ending;

import dev.quell.call.CallOutcome;

/**
 * What a call is taken for.
 *
 * @param because how that is known, in closed text and numbers only
 */
public record Judgement(CallOutcome outcome, String because) {}
