package dev.quell.asterisk.protocol;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.flag.Flags.Destination;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes an agent's flag as the dialplan tells it, and binds it to the call by the call's token. */
@Component
public final class FlagRequest {

    /** A flag's keys. */
    public static final Form FORM = new Form(Set.of("srv", "id", "c", "agent", "reason"), Set.of("at"), Set.of());

    private static final String AGENT_UNKNOWN = "unknown";

    /** What a missing moment is read as: a future one, which counts as now. */
    private static final long LATEST = 9_999_999_999L;

    private final CallJournal journal;
    private final Flags flags;

    public FlagRequest(CallJournal journal, Flags flags) {
        this.journal = journal;
        this.flags = flags;
    }

    /**
     * Keeps the flag.
     *
     * @return where its caller goes
     * @throws RefusedException if the token belongs to no call
     */
    public Destination flag(Arguments arguments) throws RefusedException {
        Flagged flagged = flagged(arguments);
        return flags.flag(flagged.call, flagged.caller, agent(arguments), reason(arguments), "");
    }

    /**
     * Keeps a flag that the dialplan tells late, with the moment at which it was raised.
     *
     * @throws RefusedException if the token belongs to no call
     */
    public void late(Arguments arguments) throws RefusedException {
        Flagged flagged = flagged(arguments);
        Instant at = Instant.ofEpochSecond(arguments.number("at", LATEST));
        flags.late(flagged.call, flagged.caller, agent(arguments), reason(arguments), at);
    }

    private record Flagged(CallId call, CallerNumber caller) {}

    private Flagged flagged(Arguments arguments) throws RefusedException {
        CallId told = Calls.id(arguments);
        Optional<CallToken> token = Calls.token(arguments);
        Optional<CallScreened> call = token.isPresent() ? journal.find(token.get()) : journal.find(told);
        if (token.isPresent() && call.isEmpty()) {
            throw new RefusedException(
                    Refusal.CALL_UNKNOWN,
                    "an agent flagged a call whose token belongs to no call; its rows may be past their retention");
        }
        // An unscreened call's number is not known here: its flag is kept for the call and counts against nobody.
        return new Flagged(
                call.map(screened -> screened.call().id()).orElse(told),
                call.map(screened -> screened.call().caller()).orElseGet(CallerNumber.Withheld::new));
    }

    private static FlagReason reason(Arguments arguments) {
        return FlagReason.ofDigit(arguments.get("reason"));
    }

    /** The agent's interface; a queue without {@code setinterfacevar} does not tell it. */
    public static String agent(Arguments arguments) {
        return arguments.get("agent").isEmpty() ? AGENT_UNKNOWN : arguments.get("agent");
    }
}
