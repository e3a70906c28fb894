package dev.quell.console.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * A legal hold as the page shows it. Numbers are masked for whoever may not see them whole.
 *
 * @param source whose; empty for all callers
 * @param address of the source's page; empty if it has none
 * @param from the first call's time; empty for all
 * @param to calls before then; empty for future ones too
 * @param author who ordered it
 * @param by the account or token that made it; empty if that is not known
 * @param until when it ends by itself; empty if a person must end it
 * @param kept calls that it keeps though their time is over, as far as they were counted
 * @param more whether there may be more of them
 * @param end how it ended; empty if it stands
 */
public record HoldRow(
        long id,
        String source,
        String address,
        Optional<Instant> from,
        Optional<Instant> to,
        String author,
        String reason,
        String by,
        Instant madeAt,
        Optional<Instant> until,
        int kept,
        boolean more,
        Optional<End> end) {

    /**
     * How a hold ended.
     *
     * @param who ordered that; empty if it ended by itself
     */
    public record End(Instant at, String who, String why, String by) {}
}
