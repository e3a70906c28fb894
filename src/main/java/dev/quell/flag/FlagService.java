package dev.quell.flag;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Keeps flags and tells of them. A failing store fails the flag: the dialplan then moves the caller by itself and tells again later. */
@Service
final class FlagService implements Flags {

    private static final Logger LOG = LoggerFactory.getLogger(FlagService.class);
    private static final int LONGEST_NOTE = 500;

    private final FlagStore store;
    private final FlagSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlagService(FlagStore store, FlagSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Destination flag(CallId call, CallerNumber caller, String agent, FlagReason reason, String note) {
        if (agent.isBlank()) {
            throw new IllegalArgumentException("a flag needs the agent who raised it, such as PJSIP/1001");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most 500 characters, this one has " + note.length());
        }
        keep(new Flag(0, call, caller, agent, reason, note, clock.instant(), Optional.empty()));
        return Destination.of(reason);
    }

    @Override
    public void late(CallId call, CallerNumber caller, String agent, FlagReason reason, Instant at) {
        Instant now = clock.instant();
        boolean takenBack = store.of(call).stream()
                .filter(flag -> flag.agent().equals(agent))
                .flatMap(flag -> flag.undoneAt().stream())
                .anyMatch(undone -> !undone.isBefore(at));
        if (takenBack) {
            LOG.info("flag on {} by {} told late: taken back already", call, Words.foreign(agent));
            return;
        }
        keep(new Flag(0, call, caller, agent, reason, "", at.isAfter(now) ? now : at, Optional.empty()));
    }

    private void keep(Flag flag) {
        Flag kept = store.add(flag);
        LOG.info("flag {} on {} by {}: {}", kept.id(), kept.call(), Words.foreign(kept.agent()), kept.reason());
        events.publishEvent(new CallFlagged(kept, kept.agent()));
    }

    @Override
    public Optional<Flag> undoLast(String agent) {
        Instant now = clock.instant();
        return store.newestOf(agent, now.minus(settings.undoWithin())).flatMap(flag -> undo(flag.id(), agent, now));
    }

    @Override
    public Optional<Flag> undo(long id, String by) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("taking a flag back needs the name of who does it");
        }
        return undo(id, by, clock.instant());
    }

    private Optional<Flag> undo(long id, String by, Instant now) {
        Optional<Flag> undone = store.undo(id, by, now);
        undone.ifPresent(flag -> {
            LOG.info("flag {} on {} taken back by {}", flag.id(), flag.call(), Words.foreign(by));
            events.publishEvent(new CallFlagged(flag, by));
        });
        return undone;
    }
}
