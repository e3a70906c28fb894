package dev.quell.console.sources.one;

import dev.quell.console.verdict.EntryRow;

/** An entry of the lists that means or meant a source, and whether it still does. */
public record PastEntry(EntryRow row, State state) {
    /** What became of an entry. */
    public enum State {
        ACTIVE,
        /** A person ended it before its time. */
        LIFTED,
        /** Its time was over, or another entry took its place. */
        ENDED
    }
}
