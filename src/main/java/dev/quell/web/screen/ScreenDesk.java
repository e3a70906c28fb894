package dev.quell.web.screen;

import dev.quell.call.CallId;
import dev.quell.call.IncomingCall;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.screening.Screening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has calls of other switches decided the way Asterisk's are, each once: who asks about a call again gets the verdict of before, and who
 * asks about another one of the same id does not. An answer comes within the
 * guard's time, or is none. Throws nothing.
 */
@Component
final class ScreenDesk implements DisposableBean {

    /** How long it is looked whether a call's id is known: where the stores are slow, it goes under one that no other call has, and may be decided twice. */
    static final Duration LOOK = Duration.ofMillis(200);

    private final Screening screening;
    private final CallJournal journal;
    private final FailOpens failOpens;
    private final Duration guard;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<CallId, Asked> running = new ConcurrentHashMap<>();

    ScreenDesk(Screening screening, CallJournal journal, FailOpens failOpens, SwitchSettings settings) {
        this.screening = screening;
        this.journal = journal;
        this.failOpens = failOpens;
        this.guard = settings.guard();
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * What is told of a call.
     *
     * @param id the id it goes under
     * @param call what was decided; empty if nothing was in time, and then the call passes
     * @param again whether it had been decided before it was asked about
     */
    record Decided(CallId id, Optional<CallScreened> call, boolean again) {}

    /**
     * A call that is being decided.
     *
     * @param ids those that it may go under, best first
     * @param named the one it goes under, once that is known
     */
    private record Asked(
            IncomingCall call,
            List<CallId> ids,
            AtomicReference<@Nullable CallId> named,
            CompletableFuture<Decided> answer) {

        /** Where nobody knows it yet, an id that no other call has. */
        CallId id() {
            CallId known = named.get();
            return known == null ? CallNaming.of(call).get(1) : known;
        }
    }

    /** What is decided about a call. */
    Decided screen(IncomingCall call) {
        if (!places.tryAcquire()) {
            failOpens.report(
                    "switch-busy", "the call passes unscreened; more calls came at once than quell.switches.at-once");
            return new Decided(CallNaming.of(call).get(1), Optional.empty(), false);
        }
        try {
            return wait(asked(call));
        } finally {
            places.release();
        }
    }

    /** The call as it is being decided already, or is from now on. */
    private Asked asked(IncomingCall call) {
        List<CallId> ids = CallNaming.of(call);
        for (int i = 0; i < ids.size(); i++) {
            Asked own = new Asked(call, ids.subList(i, ids.size()), new AtomicReference<>(), new CompletableFuture<>());
            Asked other = running.putIfAbsent(ids.get(i), own);
            if (other == null) {
                threads.execute(() -> decide(own));
                return own;
            }
            if (CallNaming.same(other.call(), call)) {
                return other;
            }
        }
        throw new IllegalStateException("two calls that arrived at one moment and differ in nothing are one");
    }

    private Decided wait(Asked asked) {
        try {
            return asked.answer().get(guard.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            failOpens.report(
                    "switch-guard",
                    "the call passes unscreened; it was not decided within quell.switches.guard, look at the disk and the load");
        } catch (ExecutionException e) {
            failOpens.report("switch", "the call passes unscreened; this is a fault in Quell, please report it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failOpens.report("switch", "interrupted by the stop of the service, the call passes unscreened");
        }
        return new Decided(asked.id(), Optional.empty(), false);
    }

    /** Until a call is told it stays among the running, since before that the log does not know it. */
    private void decide(Asked asked) {
        try {
            answer(asked).ifPresent(screening::tell);
        } finally {
            running.remove(asked.ids().getFirst(), asked);
        }
    }

    /** @return what is to be told */
    private Optional<CallScreened> answer(Asked asked) {
        try {
            Decided decided = decided(asked);
            asked.answer().complete(decided);
            return decided.again() ? Optional.empty() : decided.call();
        } catch (RuntimeException e) {
            asked.answer().completeExceptionally(e);
            return Optional.empty();
        }
    }

    private Decided decided(Asked asked) {
        Decided found = before(asked);
        asked.named().set(found.id());
        if (found.again()) {
            return found;
        }
        return new Decided(found.id(), screening.screen(asked.call().as(found.id())), false);
    }

    private Decided before(Asked asked) {
        Decided unknown = new Decided(asked.id(), Optional.empty(), false);
        return CompletableFuture.supplyAsync(() -> find(asked), threads)
                .completeOnTimeout(unknown, LOOK.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(fault -> {
                    failOpens.count("switch-again");
                    return unknown;
                })
                .join();
    }

    /** The first id that nobody has, or that this very call has. */
    private Decided find(Asked asked) {
        for (CallId id : asked.ids()) {
            Optional<CallScreened> known = journal.find(id);
            if (known.isEmpty()) {
                return new Decided(id, known, false);
            }
            if (CallNaming.same(known.get().call(), asked.call()) && !journal.hasEnded(id)) {
                return new Decided(id, known, true);
            }
        }
        return new Decided(asked.ids().getLast(), Optional.empty(), false);
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
