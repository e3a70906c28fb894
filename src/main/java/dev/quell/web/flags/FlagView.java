package dev.quell.web.flags;

import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flag as the REST interface shows it.
 *
 * @param agent the agent's interface or an account's name; what a program said: the program's id, {@code for}, and the agent
 * @param undone when it was taken back, absent while it stands
 */
record FlagView(
        long id,
        String call,
        String caller,
        String agent,
        FlagReason reason,
        String note,
        Instant at,
        @Nullable Instant undone) {
    static FlagView of(Flag flag) {
        return new FlagView(
                flag.id(),
                flag.call().toString(),
                Masking.show(flag.caller()),
                Masking.text(flag.agent()),
                flag.reason(),
                Masking.text(flag.note()),
                flag.at(),
                flag.undoneAt().orElse(null));
    }
}
