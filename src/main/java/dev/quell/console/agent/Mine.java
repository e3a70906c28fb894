package dev.quell.console.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows an agent. All texts of others are printable; numbers are masked for whoever may not see them.
 *
 * @param interfaceName the agent's interface in Asterisk; empty if the account has none, and then nothing else is there
 * @param sees whether the calls of some Asterisk are seen
 * @param reads whether the agent's flags could be read; there are none here otherwise
 * @param call the call that the agent has, else the last one if it ended lately
 * @param others further calls that the agent has at the same time
 * @param flags the agent's own, newest first
 */
record Mine(
        Instant at,
        String interfaceName,
        boolean sees,
        boolean reads,
        Optional<Call> call,
        int others,
        List<Raised> flags) {
    Mine {
        flags = List.copyOf(flags);
    }

    /**
     * A call.
     *
     * @param live whether the agent has it now; otherwise it has ended
     * @param since when it came, or ended
     * @param screened whether there is a verdict; the fields of it are empty otherwise
     * @param scored whether the score decided
     * @param cause why the verdict is what it is, in words
     * @param why what counted, strongest first
     * @param flag the reason of the agent's own standing flag on it; empty if there is none
     * @param to where that flag would have the caller go; empty without one
     */
    record Call(
            String id,
            boolean live,
            String caller,
            String name,
            String line,
            Instant since,
            String elapsed,
            boolean screened,
            String action,
            String callClass,
            long percent,
            boolean scored,
            String cause,
            List<String> why,
            String flag,
            String to) {
        Call {
            why = List.copyOf(why);
        }
    }

    /**
     * A flag of the agent.
     *
     * @param standing whether it was not taken back
     */
    record Raised(long id, String call, String caller, String reason, Instant at, boolean standing) {}
}
