package dev.quell.backtest.tally;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.measure.Confusion;
import org.jspecify.annotations.Nullable;

/** The four cells of a confusion while they are counted. */
final class Cells {

    private long truePositive;
    private long falsePositive;
    private long trueNegative;
    private long falseNegative;

    void count(Label label, boolean positive) {
        switch (label) {
            case NUISANCE -> {
                truePositive += positive ? 1 : 0;
                falseNegative += positive ? 0 : 1;
            }
            case GOOD -> {
                falsePositive += positive ? 1 : 0;
                trueNegative += positive ? 0 : 1;
            }
        }
    }

    /** What was counted, nothing if nothing was. */
    static Confusion sum(@Nullable Cells counted) {
        return (counted == null ? new Cells() : counted).sum();
    }

    private Confusion sum() {
        return new Confusion(truePositive, falsePositive, trueNegative, falseNegative);
    }
}
