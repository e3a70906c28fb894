package dev.quell.asterisk.protocol;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.flag.Flags.Destination;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes an agent's flag as the dialplan tells it, and binds it to the call by the call's token. */
@Component
public final class FlagRequest {

    /** A flag's keys. */
    public static final Form FORM = new Form(Set.of("srv", "id", "c", "agent", "reason"), Set.of("at"), Set.of());

    private static final String AGENT_UNKNOWN = "unknown";

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
        CallId told = Calls.id(arguments);
        Optional<CallToken> token = Calls.token(arguments);
        Optional<CallScreened> call = token.isPresent() ? journal.find(token.get()) : journal.find(told);
        if (token.isPresent() && call.isEmpty()) {
            throw new RefusedException(
                    Refusal.CALL_UNKNOWN,
                    "an agent flagged a call whose token belongs to no call; its rows may be past their retention");
        }
        // An unscreened call's number is not known here: its flag is kept for the call and counts against nobody.
        return flags.flag(
                call.map(screened -> screened.call().id()).orElse(told),
                call.map(screened -> screened.call().caller()).orElseGet(CallerNumber.Withheld::new),
                agent(arguments),
                FlagReason.ofDigit(arguments.get("reason")),
                "");
    }

    /** The agent's interface; a queue without {@code setinterfacevar} does not tell it. */
    public static String agent(Arguments arguments) {
        return arguments.get("agent").isEmpty() ? AGENT_UNKNOWN : arguments.get("agent");
    }
}
