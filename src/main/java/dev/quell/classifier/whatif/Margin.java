package dev.quell.classifier.whatif;

import dev.quell.classifier.Action;

/**
 * How far the evidence is from another action.
 *
 * @param to that action
 * @param logOdds what the evidence would have to weigh more, in natural-log odds; negative: less
 * @param threshold the probability at which the action changes
 * @param setting the threshold's key
 * @param secondKind whether it takes evidence of a second family besides
 */
public record Margin(Action to, double logOdds, double threshold, String setting, boolean secondKind) {}
