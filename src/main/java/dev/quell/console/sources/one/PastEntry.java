package dev.quell.console.sources.one;

import dev.quell.console.verdict.EntryRow;
import dev.quell.console.verdict.LiftedRow;
import dev.quell.source.PastEntries;
import java.util.Optional;

/** An entry of the lists that means or meant a source, whether it still does, and who lifted it. */
public record PastEntry(EntryRow row, PastEntries.State state, Optional<LiftedRow> lifted) {
    static PastEntry of(PastEntries.Past past) {
        return new PastEntry(EntryRow.of(past.entry()), past.state(), LiftedRow.of(past));
    }
}
