package dev.quell.calibration.honeypot;

/**
 * What the honeypots know of one caller.
 *
 * @param lines different numbers called
 * @param calls calls in all, at least {@code lines}
 */
record HoneypotCaller(boolean nuisance, int lines, int calls) {

    HoneypotCaller {
        if (lines < 1 || calls < lines) {
            throw new IllegalArgumentException("a caller calls each line at least once");
        }
    }

    boolean oneLineOnly() {
        return lines == 1;
    }
}
