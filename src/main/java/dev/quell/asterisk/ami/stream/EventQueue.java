package dev.quell.asterisk.ami.stream;

import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bounded way from a connection's reader to the one consumer of an Asterisk's events. A full queue drops events, counts them, and says so in
 * order: the next event that finds room comes after a {@link StreamTorn}.
 */
public final class EventQueue {

    private final BlockingQueue<ReceivedEvent> waiting;
    private final Clock clock;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private boolean torn;

    /** An empty queue for so many events, at least 2. */
    public EventQueue(int capacity, Clock clock) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.clock = clock;
    }

    /** Adds an event if there is room; never waits. */
    public synchronized void offer(AmiEvent event) {
        if (torn && waiting.remainingCapacity() >= 2) {
            torn = !waiting.offer(received(new StreamTorn(Tear.OVERFLOW)));
        }
        if (!torn && waiting.offer(received(event))) {
            accepted.increment();
        } else {
            torn = true;
            dropped.increment();
        }
    }

    /** Adds the mark of a connection's begin or end, in place of what waits if there is no room: nothing before such a mark is whole anyway. */
    public synchronized void mark(AmiEvent mark) {
        torn = false;
        if (!waiting.offer(received(mark))) {
            dropped.add(waiting.size());
            waiting.clear();
            waiting.add(received(mark));
        }
    }

    /** The oldest event, waiting for one. */
    public ReceivedEvent take() throws InterruptedException {
        return waiting.take();
    }

    /** Events accepted so far. */
    public long accepted() {
        return accepted.sum();
    }

    /** Events dropped so far because the queue was full. */
    public long dropped() {
        return dropped.sum();
    }

    private ReceivedEvent received(AmiEvent event) {
        return new ReceivedEvent(event, clock.instant());
    }
}
