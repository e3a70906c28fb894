package dev.quell.flag;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Optional;

/** The use case of agents: flag the call they have, and take the last flag back. */
public interface Flags {

    /** Where a flagged caller is taken. */
    enum Destination {
        LISTEN,
        DETER;

        /** Silent callers are listened to, the others deterred. */
        public static Destination of(FlagReason reason) {
            return reason == FlagReason.SILENT ? LISTEN : DETER;
        }
    }

    /** Keeps an agent's flag on a call and says where its caller goes: silent ones are listened to, the others deterred. */
    Destination flag(CallId call, CallerNumber caller, String agent, FlagReason reason, String note);

    /**
     * Keeps a flag that was raised at an earlier moment and is told late. If it was known already and has been taken back since, it stays so.
     *
     * @param at when it was raised; a moment in the future counts as now
     */
    void late(CallId call, CallerNumber caller, String agent, FlagReason reason, Instant at);

    /** Takes back the last own flag; empty if there is none young enough. */
    Optional<Flag> undoLast(String agent);

    /** Takes back one flag; empty if it does not stand. */
    Optional<Flag> undo(long id, String by);
}
