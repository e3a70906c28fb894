package dev.quell.backtest.input;

/** How a recorded call ended, in the words of Asterisk's call detail records. */
public enum RecordedDisposition {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    FAILED,
    CONGESTION,
    /** The record does not tell. */
    UNKNOWN
}
