package dev.quell.blocklist;

/** Told of entries that are made and ended here, after they are durable. Must not wait. */
public interface ListWatcher {

    /** An entry was made; not told of those that a list brought by the hundred. */
    void made(ListEntry entry);

    /**
     * An entry was ended before its time.
     *
     * @param author who did it
     * @param reason why, in words
     */
    void ended(ListEntry entry, String author, String reason);
}
