package dev.quell.console.lists;

import dev.quell.blocklist.ListEntry;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.forecast.Forecaster;
import dev.quell.console.verdict.EntryRow;
import java.time.Instant;

/** An entry and what it was good for. */
public record UsedRow(EntryRow entry, Use use) {

    static UsedRow of(ListEntry entry, CallLog log, Instant now) {
        EntryRow row = EntryRow.of(entry);
        return new UsedRow(row, Use.of(row, Forecaster.callers(entry.pattern()), log, now));
    }
}
