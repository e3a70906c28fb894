package dev.quell.backtest.input;

/**
 * A line that could not be read and was skipped.
 *
 * @param lineNumber from 1
 * @param fault what was wrong and what would be right, in one printable sentence; what it quotes of the line is made harmless
 */
public record BadLine(long lineNumber, String fault) {}
