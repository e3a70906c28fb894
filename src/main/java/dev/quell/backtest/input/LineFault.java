package dev.quell.backtest.input;

import dev.quell.call.Printable;

/** Why a record cannot be used, and what would be right. */
final class LineFault extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    LineFault(String sentence) {
        super(sentence, null, false, false);
    }

    /** A field that cannot be read. */
    static LineFault of(Column column, String text, String right) {
        return new LineFault("the " + column.word() + " '" + Printable.of(text, SHOWN) + "' is " + right);
    }

    /** What was wrong and what would be right. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
