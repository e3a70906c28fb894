package dev.quell.replay;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.history.PastFlag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Standing flags in memory. */
final class FlagsInMemory {

    private final Map<CallerNumber, List<Flag>> standing = new HashMap<>();
    private long serial;

    /** Keeps a flag; the same agent's second one on the same call is no new flag, but a reason that it names replaces the former. */
    Flag add(CallId call, CallerNumber caller, String agent, FlagReason reason, Instant at) {
        List<Flag> flags = standing.computeIfAbsent(caller, each -> new ArrayList<>());
        Optional<Flag> same = flags.stream()
                .filter(flag -> flag.call().equals(call) && flag.agent().equals(agent))
                .findFirst();
        if (same.isPresent() && reason == FlagReason.UNSPECIFIED) {
            return same.get();
        }
        Flag kept = new Flag(
                same.map(Flag::id).orElseGet(() -> ++serial),
                call,
                caller,
                agent,
                reason,
                "",
                same.map(Flag::at).orElse(at),
                Optional.empty());
        same.ifPresentOrElse(old -> flags.set(flags.indexOf(old), kept), () -> flags.add(kept));
        return kept;
    }

    /** Takes a flag back; empty if there is none. */
    Optional<Flag> undo(CallId call, CallerNumber caller, String agent) {
        List<Flag> flags = standing.getOrDefault(caller, new ArrayList<>());
        Optional<Flag> found = flags.stream()
                .filter(flag -> flag.call().equals(call) && flag.agent().equals(agent))
                .findFirst();
        found.ifPresent(flags::remove);
        return found;
    }

    /** The flags on a caller, oldest first; each counts whole. */
    List<PastFlag> on(CallerNumber caller) {
        return standing.getOrDefault(caller, List.of()).stream()
                .map(flag -> PastFlag.whole(
                        flag.at(), flag.agent(), flag.reason().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Whether an agent has flagged a call. */
    boolean flagged(CallId call, CallerNumber caller) {
        return standing.getOrDefault(caller, List.of()).stream()
                .anyMatch(flag -> flag.call().equals(call));
    }
}
