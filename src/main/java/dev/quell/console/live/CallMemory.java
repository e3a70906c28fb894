package dev.quell.console.live;

import dev.quell.call.CallId;
import dev.quell.call.WayStep;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpen;
import dev.quell.screening.ScreenedListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers what people look at while it happens, of this instance and since its start: verdicts of calls that have not ended, each agent's last call, the
 * verdicts of each minute, and calls that the dialplan let pass. All of it is bounded.
 */
@Component
public final class CallMemory implements ScreenedListener {
    private static final int CALLS = 10_000;
    private static final int AGENTS = 2_000;
    private static final int UNKNOWN = 2_000;
    private static final int LOOKS = 50;
    private static final int AGAIN_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(CallMemory.class);

    private final CallJournal journal;
    private final Clock clock;
    private final VerdictRate rate;
    private final Newest<CallId, Met> living = new Newest<>(CALLS);
    private final Newest<CallId, Instant> unknown = new Newest<>(UNKNOWN);
    private final Newest<String, CallConcluded> lastOfAgent = new Newest<>(AGENTS);
    private final Map<String, FailOpen> failOpens = new ConcurrentHashMap<>();

    CallMemory(CallJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.rate = new VerdictRate(clock.instant());
    }

    @Override
    public void screened(CallScreened call) {
        living.put(call.call().id(), Met.of(call));
        rate.add(call.verdict().action(), clock.instant());
    }

    @EventListener
    void on(CallConcluded call) {
        living.remove(call.ended().id());
        if (!call.ended().agent().isEmpty()) {
            lastOfAgent.put(call.ended().agent(), call);
        }
        Instant now = clock.instant();
        call.ended().way().stream().filter(WayStep::failOpen).forEach(step -> {
            String reason =
                    "dialplan-" + step.name().substring("UNSCREENED_".length()).toLowerCase(Locale.ROOT);
            failOpens.compute(
                    reason, (each, before) -> before == null ? new FailOpen(reason, now, 1) : before.again(now));
        });
    }

    /** The calls that were screened here and of whose end nothing was told. */
    List<Met> living() {
        return living.values();
    }

    /** What is remembered of a call that was screened here and of whose end nothing was told. */
    public Optional<Met> met(CallId id) {
        return living.find(id);
    }

    /** The last call that an agent had and that has ended. */
    public Optional<CallConcluded> lastOf(String agent) {
        return lastOfAgent.find(agent);
    }

    /** The verdicts of the last hour. */
    public VerdictRate rate() {
        return rate;
    }

    /** Why the dialplan let calls pass, newest first. */
    public List<FailOpen> failOpens() {
        return failOpens.values().stream()
                .sorted(Comparator.comparing(FailOpen::last).reversed())
                .toList();
    }

    /** Looks calls up, other instances' and those from before the start too; of those that are not remembered no more than {@value #LOOKS} at once. */
    Look look() {
        return new Look();
    }

    /** One look at the calls that live. */
    final class Look {
        private int left = LOOKS;

        /** The verdict about a call; empty if there is none, or it cannot be found now. */
        Optional<Met> at(CallId id) {
            return living.find(id).or(() -> read(id));
        }

        private Optional<Met> read(CallId id) {
            Instant now = clock.instant();
            boolean lately = unknown.find(id)
                    .filter(asked -> now.isBefore(asked.plusSeconds(AGAIN_SECONDS)))
                    .isPresent();
            if (lately || left == 0) {
                return Optional.empty();
            }
            left--;
            Optional<Met> found = found(id);
            found.ifPresentOrElse(met -> living.put(id, met), () -> unknown.put(id, now));
            return found;
        }

        private Optional<Met> found(CallId id) {
            try {
                return journal.find(id).map(Met::of);
            } catch (RuntimeException e) {
                LOG.debug("the verdict about {} cannot be looked up for a page now", id, e);
                return Optional.empty();
            }
        }
    }
}
