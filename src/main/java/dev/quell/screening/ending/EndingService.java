package dev.quell.screening.ending;

import dev.quell.call.CallEnded;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Endings;
import dev.quell.screening.FailOpens;
import dev.quell.screening.ScreeningSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Concludes calls. Waits for {@link #HEARD_WAIT}, {@link Hindsight#WAIT} and {@link #WRITTEN_WAIT} at most, 1.9 s together, and before each of the first and the last for what the journal
 * knows of the call: nothing while it is in memory, otherwise 0.4 s at most for the own database and the shared stores' own limits. An answer beyond the dialplan's 2 seconds is not
 * heard: the end is told again. The event is published once a call, by the telling whose row was the first; also if that row became durable only after the answer.
 */
@Service
final class EndingService implements Endings {

    static final Duration HEARD_WAIT = Duration.ofMillis(1200);
    static final Duration WRITTEN_WAIT = Duration.ofMillis(600);

    /** How long an end whose token nobody knows is sent away: another instance may have screened the call and be away itself. */
    static final Duration TOKEN_WAIT = Duration.ofHours(24);

    private static final String REMEDY =
            "a call's end could not be written down, the dialplan keeps it and tells it again; look at the database";
    private static final Logger LOG = LoggerFactory.getLogger(EndingService.class);

    private final CallJournal journal;
    private final TalkMonitor monitor;
    private final OutcomeJudge judge;
    private final Hindsight hindsight;
    private final FailOpens failOpens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndingService(
            CallJournal journal,
            ObjectProvider<TalkMonitor> monitor,
            ScreeningSettings settings,
            Hindsight hindsight,
            FailOpens failOpens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.journal = journal;
        this.monitor = monitor.getIfAvailable(TalkMonitor::noop);
        this.judge = new OutcomeJudge(settings.outcome());
        this.hindsight = hindsight;
        this.failOpens = failOpens;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean ended(CallEnded end, CallerNumber caller, String line, String trunk) {
        return failOpens.orElse(
                "ended",
                () -> {
                    Optional<CallScreened> found = end.token().flatMap(journal::find);
                    return !anotherMayKnow(end, found)
                            && write(conclude(end, own(end, found), heard(end), caller, line, trunk));
                },
                false,
                REMEDY);
    }

    @Override
    public boolean ended(CallEnded end, CallScreened screened, TalkReport talk) {
        IncomingCall call = screened.call();
        return failOpens.orElse(
                "ended",
                () -> write(conclude(
                        end,
                        Optional.of(screened),
                        talk,
                        call.caller(),
                        call.line().number(),
                        call.trunk())),
                false,
                REMEDY);
    }

    private boolean anotherMayKnow(CallEnded end, Optional<CallScreened> found) {
        return end.token().isPresent()
                && found.isEmpty()
                && end.endedAt().plus(TOKEN_WAIT).isAfter(clock.instant());
    }

    private CallConcluded conclude(
            CallEnded end,
            Optional<CallScreened> screened,
            TalkReport talk,
            CallerNumber caller,
            String line,
            String trunk) {
        boolean listened = screened.filter(call -> call.talkThreshold() > 0).isPresent();
        Judgement judgement = judge.judge(end, talk, listened);
        CallConcluded concluded = new CallConcluded(
                end,
                screened.map(call -> call.call().caller()).orElse(caller),
                screened.map(call -> call.call().line().number()).orElse(line),
                screened.map(call -> call.call().trunk()).orElse(trunk),
                talk,
                judgement.outcome(),
                judgement.because(),
                screened);
        return concluded.with(hindsight.of(concluded));
    }

    /** The verdict that the token belongs to; a token of another call proves nothing. */
    private static Optional<CallScreened> own(CallEnded end, Optional<CallScreened> found) {
        if (found.isPresent() && !found.get().call().id().equals(end.id())) {
            LOG.warn("the end of {} was told with the token of another call and counts as unscreened", end.id());
            return Optional.empty();
        }
        return found;
    }

    private TalkReport heard(CallEnded end) {
        try {
            return monitor.conclude(end.id(), end.channel()).get(HEARD_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("what was heard of {} is not known, its silence counts for nothing", end.id(), e);
        } catch (TimeoutException e) {
            LOG.warn("what was heard of {} is not known in time, its silence counts for nothing", end.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return TalkReport.UNKNOWN;
    }

    private boolean write(CallConcluded call) {
        CompletableFuture<Boolean> written = journal.concluded(call);
        try {
            if (written.get(WRITTEN_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                tell(call);
            }
            return true;
        } catch (TimeoutException e) {
            CompletableFuture<Void> later = written.thenAcceptAsync(first -> {
                if (first) {
                    tell(call);
                }
            });
            LOG.warn(
                    "the end of {} is not durable yet, pending={}", call.ended().id(), !later.isDone());
            throw new IllegalStateException("not durable within " + WRITTEN_WAIT.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void tell(CallConcluded call) {
        failOpens.guard("event", () -> events.publishEvent(call), "a listener failed; the call's end is written down");
    }
}
