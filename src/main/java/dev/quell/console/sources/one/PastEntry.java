package dev.quell.console.sources.one;

import dev.quell.console.verdict.EntryRow;
import dev.quell.source.PastEntries;

/** An entry of the lists that means or meant a source, and whether it still does. */
public record PastEntry(EntryRow row, PastEntries.State state) {
    static PastEntry of(PastEntries.Past past) {
        return new PastEntry(EntryRow.of(past.entry()), past.state());
    }
}
