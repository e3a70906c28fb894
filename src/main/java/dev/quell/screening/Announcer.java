package dev.quell.screening;

import dev.quell.call.Pauses;
import dev.quell.jobs.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells listeners of verdicts: log lines, meters, what goes on around calls. Whoever decided tells them itself, unless many calls are being decided: then a
 * thread of its own does, with less haste than verdicts have. If too many wait for that, whoever decided does it itself again. None is left out.
 */
@Component
final class Announcer implements SmartLifecycle {

    private static final int BATCH = 500;
    /** A verdict takes about 2 KiB, and not more than an eighth of the memory is for those that wait. */
    private static final int MOST =
            (int) Math.min(1_000_000, Runtime.getRuntime().maxMemory() / 16_384);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final String REMEDY = "a listener failed; the verdict stands";

    private final List<ScreenedListener> listeners;
    private final FailOpens failOpens;
    private final Queue<CallScreened> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Thread thread;
    private volatile boolean open;
    private volatile boolean idle;

    Announcer(List<ScreenedListener> listeners, FailOpens failOpens, MeterRegistry meters) {
        this.listeners = List.copyOf(listeners);
        this.failOpens = failOpens;
        Gauge.builder("quell.verdicts.untold", waiting, AtomicInteger::get)
                .description("Verdicts whose log line and meters are still to come")
                .register(meters);
    }

    /** @param pressing whether many calls are being decided now */
    void tell(CallScreened call, boolean pressing) {
        if (!pressing || !open || waiting.get() >= MOST) {
            announce(call);
            return;
        }
        queue.add(call);
        waiting.incrementAndGet();
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void announce(CallScreened call) {
        for (ScreenedListener listener : listeners) {
            failOpens.guard("event", () -> listener.screened(call), REMEDY);
        }
    }

    private void work() {
        long before = System.nanoTime();
        int left = 0;
        while (open || !queue.isEmpty()) {
            long began = System.nanoTime();
            int arrived = waiting.get() - left;
            int told = announceSome();
            left = waiting.get();
            long now = System.nanoTime();
            double arriving = arrived * 1e9 / Math.max(1, began - before);
            before = began;
            rest(told == 0, Pauses.after(Duration.ofNanos(now - began), arriving, (double) left / MOST));
        }
    }

    private int announceSome() {
        int told = 0;
        for (CallScreened call = queue.poll(); call != null; call = told < BATCH ? queue.poll() : null) {
            announce(call);
            waiting.decrementAndGet();
            told++;
        }
        return told;
    }

    private void rest(boolean nothing, Duration pause) {
        if (nothing) {
            idle = true;
            if (queue.isEmpty() && open) {
                LockSupport.park(this);
            }
            idle = false;
        } else if (open && !pause.isZero()) {
            LockSupport.parkNanos(this, pause.toNanos());
        }
    }

    @Override
    public void start() {
        open = true;
        thread = Thread.ofPlatform().name("quell-announcer").start(Jobs.loop("quell-announcer", this::work));
    }

    /** Tells what waits, within 10 s, and goes on without a thread of its own. */
    @Override
    public void stop() {
        open = false;
        Thread working = thread;
        if (working == null) {
            return;
        }
        LockSupport.unpark(working);
        try {
            if (working.join(STOP_WITHIN)) {
                announceSome();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** After the calls have ended. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }
}
