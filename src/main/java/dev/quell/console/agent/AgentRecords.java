package dev.quell.console.agent;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.console.live.CallMemory;
import dev.quell.console.live.Met;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagStore;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is written down of an agent's calls and flags; a store that fails hides it, and not the call. */
@Component
final class AgentRecords {
    /** Of which time an agent's flags are shown, and can be taken back. */
    static final Duration SHIFT = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(AgentRecords.class);
    private static final int ALL_FLAGS = 1_000;

    private final CallJournal journal;
    private final CallMemory memory;
    private final FlagStore flags;
    private final Clock clock;

    AgentRecords(CallJournal journal, CallMemory memory, FlagStore flags, Clock clock) {
        this.journal = journal;
        this.memory = memory;
        this.flags = flags;
        this.clock = clock;
    }

    /** The verdict about a call; empty if there is none, or it cannot be read now. */
    Optional<CallScreened> screened(CallId id) {
        return read(() -> journal.find(id)).flatMap(found -> found);
    }

    /** What is remembered of a call that lives, without a store. */
    Optional<Met> met(CallId id) {
        return memory.met(id);
    }

    /** Who calls. An unscreened call's number is not known here: its flag is kept for the call and counts against nobody. */
    CallerNumber caller(CallId id) {
        return screened(id)
                .map(found -> found.call().caller())
                .or(() -> met(id).map(Met::caller))
                .orElseGet(CallerNumber.Withheld::new);
    }

    /** The flags of an agent's shift, newest first; empty if they cannot be read now. */
    Optional<List<Flag>> own(String agent) {
        return read(() -> flags.since(clock.instant().minus(SHIFT), ALL_FLAGS).stream()
                .filter(flag -> flag.agent().equals(agent))
                .toList());
    }

    private static <T> Optional<T> read(Supplier<T> what) {
        try {
            return Optional.of(what.get());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The store does not answer an agent's page: {}. Calls go on; look at the health of the database.",
                    e.toString());
            return Optional.empty();
        }
    }
}
