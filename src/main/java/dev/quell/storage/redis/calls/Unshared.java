package dev.quell.storage.redis.calls;

import dev.quell.call.CallerNumber;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.redis.link.Reading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The callers of whom only this instance's own records were read, because Redis did not answer: they are read again as soon as it does. */
final class Unshared implements Consumer<Reading> {

    private static final int MOST = 10_000;

    private final Set<CallerNumber> callers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean more = new AtomicBoolean();
    private final Supplier<NearCache> near;
    private final MeterRegistry meters;

    Unshared(Supplier<NearCache> near, MeterRegistry meters) {
        this.near = near;
        this.meters = meters;
    }

    /** A caller was read from this instance's own records alone. */
    void add(CallerNumber caller) {
        if (callers.size() < MOST) {
            callers.add(caller);
        } else {
            more.set(true);
        }
    }

    /** Why Redis did not answer. */
    void because(Throwable fault) {
        Counter.builder("quell.redis.unshared")
                .description("callers of whom only this instance's own records were read, as Redis did not answer")
                .tag("fault", fault.getClass().getSimpleName())
                .register(meters)
                .increment();
    }

    @Override
    public void accept(Reading reading) {
        if (more.getAndSet(false)) {
            callers.clear();
            near.get().allStale();
        }
        Iterator<CallerNumber> each = callers.iterator();
        while (each.hasNext()) {
            CallerNumber caller = each.next();
            each.remove();
            near.get().stale(caller);
        }
    }
}
