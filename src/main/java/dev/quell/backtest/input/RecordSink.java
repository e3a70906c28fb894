package dev.quell.backtest.input;

/** Takes what a reader finds, in one thread. A reader calls only the methods that its format feeds. */
public interface RecordSink {

    /** A call; calls come in the order of their start, except for those counted in {@link InputSummary#outOfOrder()}, which are not given. */
    default void call(RecordedCall call) {}

    /** A caller's count, in the order of the file. */
    default void count(CallerCount count) {}

    /** A caller's label, from a file of labels, in the order of the file. */
    default void label(RecordedCaller caller, Label label) {}

    /** A line that was skipped. */
    default void skipped(BadLine line) {}

    /** How far the reader is, told every few thousand lines. */
    default void progress(long lines) {}
}
