package dev.quell.backtest.input;

/** Makes calls, counts or labels of the records of one format. */
interface Rows {

    /** Takes the next record. */
    void take(Row row) throws LineFault;

    /** After the last record: gives out what was still waiting. */
    default void end() {}
}
