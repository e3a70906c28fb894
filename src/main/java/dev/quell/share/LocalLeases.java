package dev.quell.share;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The leases of an instance that is alone, or that cannot ask the others: each is granted. */
public final class LocalLeases implements Leases {

    private final Clock clock;
    private final AtomicLong fence = new AtomicLong();

    public LocalLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Lease> take(String name, Duration term) {
        long now = clock.millis();
        long next = fence.updateAndGet(last -> Math.max(last + 1, now));
        return Optional.of(new Lease(name, next, clock.instant().plus(term)));
    }

    /** Nobody waits for it. */
    @Override
    public void giveBack(Lease lease) {
        // Each taking is granted, so there is nothing to give back.
    }
}
