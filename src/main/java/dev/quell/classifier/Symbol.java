package dev.quell.classifier;

/**
 * One piece of evidence in a verdict.
 *
 * @param weight natural-log odds as configured times the finding's share
 * @param counted what of the weight entered the sum after its family damped it
 * @param reason why, in words
 */
public record Symbol(String name, Family family, double weight, double counted, String reason) {}
