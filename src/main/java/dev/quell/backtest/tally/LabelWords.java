package dev.quell.backtest.tally;

/**
 * How labels and scores came about, in words.
 *
 * @param labels where the labels are from
 * @param score how a caller's score is made
 */
public record LabelWords(String labels, String score) {}
