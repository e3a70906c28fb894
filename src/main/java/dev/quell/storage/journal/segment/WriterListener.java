package dev.quell.storage.journal.segment;

/** Is told what the writer does, on the writer's thread; must be short. */
public interface WriterListener {

    /** A record is durable; its future completes after this. */
    void durable(Append append);

    /** A group became durable: so many records and bytes, in so many nanoseconds. */
    void written(int records, int bytes, long nanos);

    /** So many records could not be kept. */
    void failed(int records, Exception cause);

    /** A record was not taken, because too many wait. */
    void rejected();
}
