package dev.quell.console.rules;

import dev.quell.console.shell.Second;
import dev.quell.tuning.proposal.Findings;
import java.time.Instant;
import java.util.List;

/**
 * Rules that wait for a second person, as the page shows them.
 *
 * @param changes against what decided when they were tried
 * @param until how long they can be confirmed
 * @param days over how many days they were tried
 * @param stale whether other rules decide since, so that they can only be tried again or turned down
 * @param lapsed whether whoever asked may not change rules any more, so that nobody can confirm them
 * @param second whether the reader is a second person
 */
public record ProposedRow(
        String id,
        List<String> changes,
        String note,
        String author,
        Instant asked,
        Instant until,
        int days,
        Findings findings,
        boolean stale,
        boolean lapsed,
        Second second) {

    /** Whether the reader may confirm them, who may change rules. */
    public boolean confirmable() {
        return !stale && !lapsed && second.is();
    }
}
