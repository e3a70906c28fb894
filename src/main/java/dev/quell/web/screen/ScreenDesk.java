package dev.quell.web.screen;

import dev.quell.call.CallId;
import dev.quell.call.IncomingCall;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.screening.Screening;
import java.time.Duration;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has calls of other switches decided the way Asterisk's are, each once: who asks about a call again gets the verdict of before. An answer comes within the
 * guard's time, or is none. Throws nothing.
 */
@Component
final class ScreenDesk implements DisposableBean {

    /** How long it is looked whether a call was asked about before: where the stores are slow, a call asked about twice may be decided twice. */
    static final Duration LOOK = Duration.ofMillis(200);

    private final Screening screening;
    private final CallJournal journal;
    private final FailOpens failOpens;
    private final Duration guard;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<CallId, CompletableFuture<Optional<Decided>>> running = new ConcurrentHashMap<>();

    ScreenDesk(Screening screening, CallJournal journal, FailOpens failOpens, SwitchSettings settings) {
        this.screening = screening;
        this.journal = journal;
        this.failOpens = failOpens;
        this.guard = settings.guard();
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * A call that was decided.
     *
     * @param again whether it had been decided before it was asked about
     */
    record Decided(CallScreened call, boolean again) {}

    /** What is decided about a call; empty if nothing is in time, and then the call passes. */
    Optional<Decided> screen(IncomingCall call) {
        if (!places.tryAcquire()) {
            failOpens.report(
                    "switch-busy", "the call passes unscreened; more calls came at once than quell.switches.at-once");
            return Optional.empty();
        }
        try {
            CompletableFuture<Optional<Decided>> own = new CompletableFuture<>();
            CompletableFuture<Optional<Decided>> other = running.putIfAbsent(call.id(), own);
            if (other == null) {
                threads.execute(() -> decide(call, own));
            }
            return wait(other == null ? own : other);
        } finally {
            places.release();
        }
    }

    private Optional<Decided> wait(CompletableFuture<Optional<Decided>> decided) {
        try {
            return decided.get(guard.toMillis(), TimeUnit.MILLISECONDS);
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
        return Optional.empty();
    }

    private void decide(IncomingCall call, CompletableFuture<Optional<Decided>> answer) {
        try {
            Optional<CallScreened> before = before(call.id());
            answer.complete(
                    before.isPresent()
                            ? before.map(known -> new Decided(known, true))
                            : screening.screen(call).map(this::told));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            running.remove(call.id(), answer);
        }
    }

    private Decided told(CallScreened call) {
        threads.execute(() -> screening.tell(call));
        return new Decided(call, false);
    }

    private Optional<CallScreened> before(CallId id) {
        return CompletableFuture.supplyAsync(() -> journal.find(id), threads)
                .completeOnTimeout(Optional.empty(), LOOK.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(fault -> {
                    failOpens.count("switch-again");
                    return Optional.empty();
                })
                .join();
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
