package dev.quell.console.verdict;

import dev.quell.call.Printable;
import dev.quell.source.PastEntries.Past;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry that a person ended before its time, as a page shows it.
 *
 * @param entry its {@code until} is when it would have ended
 * @param by who ended it
 */
public record LiftedRow(EntryRow entry, String by, Instant at) {
    private static final int LONGEST = 200;

    /** Words an entry; empty unless a person ended it. */
    public static Optional<LiftedRow> of(Past past) {
        EntryRow row = EntryRow.of(past.entry());
        return past.lifting()
                .map(lifting ->
                        new LiftedRow(row.until(lifting.until()), Printable.of(lifting.by(), LONGEST), lifting.at()));
    }
}
