package dev.quell.backtest.input.line;

/**
 * One line of a file.
 *
 * @param number from 1
 * @param text without its line break; cut if it is too long
 * @param fault why it cannot be used; empty if it can
 */
record PhysicalLine(long number, String text, String fault) {

    boolean broken() {
        return !fault.isEmpty();
    }
}
