package dev.quell.backtest.input;

import java.util.Optional;

/**
 * How often a caller called a line, when nothing else was kept.
 *
 * @param callee the line called, as written
 * @param count at least 1
 * @param lineNumber the line of the file, from 1
 */
public record CallerCount(RecordedCaller caller, String callee, long count, Optional<Label> label, long lineNumber) {

    public CallerCount {
        if (count < 1) {
            throw new IllegalArgumentException("a caller who called was counted at least once");
        }
    }
}
