package dev.quell.blocklist;

import dev.quell.call.ClockBelieved;
import dev.quell.call.ClockSetBack;
import dev.quell.jobs.Jobs;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the store into the index: at the start, and again when another instance changed nobody knows what. In the background, calls pass meanwhile. A
 * reading that fails is tried again.
 */
@Component
final class ListLoader implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ListLoader.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final ListStore store;
    private final ListIndex index;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("quell-lists").daemon().unstarted(Jobs.loop("quell-lists", this::work));
    private volatile String fault = "";
    private volatile @Nullable ListReading current;

    ListLoader(ListStore store, ListIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Begins to read. */
    @Override
    public void afterPropertiesSet() {
        thread.start();
    }

    /** What another instance changed counts here at once. */
    @EventListener
    void on(ListChanged change) {
        change.entry().ifPresentOrElse(index::follow, wanted::release);
    }

    /** What had ended stays ended; what a clock far ahead made counts no more. */
    @EventListener
    void on(ClockSetBack clock) {
        if (clock.believed()) {
            index.setBack(clock.from());
        } else {
            wanted.release();
        }
    }

    /** What was blocked while the clock was in doubt was perhaps not read, as made by a clock far ahead; now it counts. */
    @EventListener
    void on(ClockBelieved clock) {
        wanted.release();
    }

    private void work() {
        try {
            boolean read = read();
            while (!Thread.currentThread().isInterrupted()) {
                boolean asked = wanted.tryAcquire((read ? SWEEP : AGAIN).toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
                if (asked || !read) {
                    read = read();
                } else {
                    index.sweep();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Reads the lists no more: Quell is stopping");
        }
    }

    private boolean read() {
        long started = System.nanoTime();
        ListReading reading = new ListReading(store, index);
        current = reading;
        try {
            reading.read();
            fault = "";
            LOG.info(
                    "{} list entries read in {} ms; {} look-ups found nothing before",
                    reading.entries(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis(),
                    index.unanswered());
            return true;
        } catch (RuntimeException e) {
            fault = "the lists could not be read: " + e.getMessage();
            LOG.warn(
                    "The lists could not be read; what is known of them counts, all else passes. Tried again in {} s",
                    AGAIN.toSeconds(),
                    e);
            return false;
        } finally {
            current = null;
        }
    }

    /** Whether the store is to be read again. */
    boolean isWanted() {
        return wanted.availablePermits() > 0;
    }

    /** Whether the store is being read. */
    boolean reading() {
        return current != null;
    }

    /** How many entries the reading that goes on has brought so far, 0 if none goes on. */
    long entries() {
        ListReading reading = current;
        return reading == null ? 0 : reading.entries();
    }

    /** Why the last reading failed; empty if it did not. */
    String fault() {
        return fault;
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
