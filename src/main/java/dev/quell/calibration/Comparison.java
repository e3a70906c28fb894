package dev.quell.calibration;

/**
 * The present scoring and a fitted one on the same held-out calls.
 *
 * @param advantage by how many standard errors the fitted one's log loss is lower
 */
record Comparison(Figures before, Figures after, double advantage) {}
