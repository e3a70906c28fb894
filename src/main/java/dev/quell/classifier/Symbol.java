package dev.quell.classifier;

/**
 * One piece of evidence in a verdict. {@link Catalogue#words} says in words what was seen.
 *
 * @param weight natural-log odds as configured times the finding's share
 * @param counted what of the weight entered the sum after its family damped it or the surroundings muted it
 * @param seen the numbers of the finding
 */
public record Symbol(String name, Family family, double weight, double counted, Seen seen) {}
