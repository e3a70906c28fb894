package dev.quell.console.flags;

import dev.quell.call.Printable;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.flag.Flag;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.Optional;

/**
 * A flag as a page shows it.
 *
 * @param call the call's id
 * @param reason a word of FlagReason
 * @param undone when it was taken back
 */
public record FlagRow(
        long id,
        String call,
        String caller,
        String agent,
        String reason,
        String note,
        Instant at,
        Optional<Instant> undone) {
    private static final int LONGEST = 200;

    static FlagRow of(Flag flag, Callers callers, Tongue tongue) {
        return new FlagRow(
                flag.id(),
                flag.call().toString(),
                callers.show(flag.caller(), tongue),
                Printable.of(flag.agent(), LONGEST),
                flag.reason().name(),
                Masking.text(Printable.of(flag.note(), LONGEST)),
                flag.at(),
                flag.undoneAt());
    }
}
