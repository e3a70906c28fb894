package dev.quell.storage.journal.segment;

import dev.quell.jobs.Jobs;
import dev.quell.jobs.Mishaps;
import dev.quell.storage.database.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that appends. It takes whatever waits, writes it with one call, waits for the disk once, and completes the futures. */
public final class JournalWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
    private static final int BUFFER = 1 << 20;
    /** A group of so many shows that more will be told at once. */
    private static final int BUSY = 12;

    private static final Duration GATHER = Duration.ofNanos(300_000);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    /** Stands at the top of those that wait when no more are taken. */
    private static final Append CLOSED = new Append((byte) 0, new byte[1], 1);

    private final Segments segments;
    private final int capacity;
    private final WriterListener listener;
    private final AtomicReference<@Nullable Append> newest = new AtomicReference<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Append> group = new ArrayList<>();
    private final Patience patience = Patience.start();
    private final Thread thread;
    private @Nullable Segment segment;
    private int at;
    private boolean busy;
    private long next;
    private volatile long durable;
    private volatile boolean open = true;

    /**
     * @param lastSequence the highest number that was ever given
     * @param capacity how many records may wait
     */
    public JournalWriter(Segments segments, long lastSequence, int capacity, WriterListener listener) {
        this.segments = segments;
        this.next = lastSequence + 1;
        this.durable = lastSequence;
        this.capacity = capacity;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("quell-journal").start(this::work);
    }

    /** Hands a record over; its future fails at once if too many wait or the writer is closed. */
    public void submit(Append append) {
        push(append, append);
    }

    /** Hands two records over, as {@link #submit(Append)} does; none comes between them, and both are kept or none. */
    public void submit(Append first, Append then) {
        then.next = first;
        first.then = then;
        then.first = first;
        if (!push(first, then)) {
            then.fail(first.done().exceptionNow());
        }
    }

    /** @param last the first itself, or what follows it */
    private boolean push(Append first, Append last) {
        Append before = newest.get();
        while (mayFollow(first, before)) {
            first.next = before;
            first.depth = before == null ? 1 : before.depth + 1;
            last.depth = first.depth + (last.equals(first) ? 0 : 1);
            if (newest.compareAndSet(before, last)) {
                if (before == null) {
                    LockSupport.unpark(thread);
                }
                return true;
            }
            before = newest.get();
        }
        return false;
    }

    /**
     * Waits until a record that was handed over is durable; by one thread at most.
     *
     * @throws ExecutionException if it was not appended
     * @throws TimeoutException if it is not durable in time; it may yet be
     */
    public void await(Append append, Duration time) throws ExecutionException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        patience.wakeAt(end, append);
        append.await();
    }

    private boolean mayFollow(Append append, @Nullable Append before) {
        if (CLOSED.equals(before) || !open) {
            append.fail(StorageException.closed());
            return false;
        }
        if (before != null && before.depth >= capacity) {
            listener.rejected();
            append.fail(StorageException.queueFull(capacity));
            return false;
        }
        return true;
    }

    /** How many records wait. */
    public int waiting() {
        Append top = newest.get();
        return top == null ? 0 : top.depth;
    }

    /** The number of the last durable record. */
    public long durable() {
        return durable;
    }

    /** Whether records are taken. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void work() {
        try {
            Jobs.loop("quell-journal", this::rounds).run();
        } finally {
            Append rest = newest.getAndSet(CLOSED);
            if (rest != null) {
                fail(oldestFirst(rest));
            }
        }
    }

    private void rounds() {
        while (true) {
            gather();
            Append waiting = newest.getAndSet(null);
            if (waiting != null) {
                write(oldestFirst(waiting));
            } else if (open) {
                LockSupport.park(this);
            } else {
                return;
            }
        }
    }

    /** While many are told at once, a little longer is waited for more of them, and the disk is asked less often. */
    private void gather() {
        if (!busy) {
            return;
        }
        busy = false;
        long end = System.nanoTime() + GATHER.toNanos();
        // The first record that comes wakes the thread, the others do not.
        for (long left = GATHER.toNanos(); left > 0 && open; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private static void fail(Append oldest) {
        for (@Nullable Append each = oldest; each != null; each = each.next) {
            each.fail(StorageException.closed());
        }
    }

    private static Append oldestFirst(Append newestFirst) {
        Append oldest = newestFirst;
        @Nullable Append before = newestFirst.next;
        newestFirst.next = null;
        while (before != null) {
            Append each = before;
            before = each.next;
            each.next = oldest;
            oldest = each;
        }
        return oldest;
    }

    private void write(Append oldest) {
        @Nullable Append each = oldest;
        @Nullable Append adding = null;
        boolean well = false;
        try {
            while (each != null) {
                Append append = each;
                each = append.next;
                if (append.begin()) {
                    adding = append;
                    add(append);
                }
            }
            flush();
            well = true;
        } finally {
            if (!well) {
                giveUp(adding, each);
            }
        }
    }

    /** After an error it is not known what is on the disk of a group that has no numbers yet; whoever waits for it, or for what came behind, is told. */
    private void giveUp(@Nullable Append adding, @Nullable Append rest) {
        IOException cause = new IOException("an error ended the journal's round; the log has it");
        listener.failed(Math.max(1, group.size()), cause);
        Segment current = segment;
        if (current != null) {
            current.seal();
        }
        segment = null;
        StorageException told = StorageException.notAppended(cause);
        group.forEach(each -> settle(each, told));
        group.clear();
        buffer.clear();
        if (adding != null) {
            settle(adding, told);
        }
        for (@Nullable Append each = rest; each != null; each = each.next) {
            if (each.begin()) {
                settle(each, told);
            }
        }
    }

    private static void settle(Append append, StorageException told) {
        if (append.sequence() > 0) {
            append.kept();
        } else if (!append.done().isDone()) {
            append.fail(told);
        }
    }

    private void add(Append append) {
        Append first = append.first;
        if (first != null && first.done().isCompletedExceptionally()) {
            append.fail(first.done().exceptionNow());
            return;
        }
        int bytes = size(append);
        boolean room = buffer.remaining() >= bytes + Frame.TERMINATOR;
        if (!room || (segment != null && !segment.holds(at + buffer.position(), bytes))) {
            flush();
        }
        if (segment != null && !segment.holds(at, bytes)) {
            segment.seal();
            segment = null;
        }
        if (group.isEmpty() && segment == null && !begin(append)) {
            return;
        }
        Frame.put(buffer, next + group.size(), append.kind(), group.isEmpty(), append.payload(), append.length());
        group.add(append);
    }

    /** The bytes that must find room in one group: those of what follows with it, too. */
    private static int size(Append append) {
        Append then = append.then;
        return Frame.size(append.length()) + (then == null ? 0 : Frame.size(then.length()));
    }

    private boolean begin(Append append) {
        try {
            segment = segments.begin(next);
            at = Segment.HEADER;
            if (segment == null) {
                throw new IOException("no segment of the journal is free");
            }
            return true;
        } catch (IOException e) {
            segment = null;
            listener.failed(1, e);
            append.fail(StorageException.notAppended(e));
            return false;
        }
    }

    private void flush() {
        Segment current = segment;
        if (group.isEmpty() || current == null) {
            return;
        }
        int bytes = buffer.position();
        long started = System.nanoTime();
        try {
            current.write(buffer.putLong(0).flip(), at);
            current.force();
            published(current, bytes, System.nanoTime() - started);
        } catch (IOException e) {
            failed(current, e);
        }
        group.clear();
        buffer.clear();
    }

    private void published(Segment current, int bytes, long nanos) {
        for (Append each : group) {
            each.number(next++);
            tell(each);
        }
        at += bytes;
        current.published(next - 1, at);
        durable = next - 1;
        listener.written(group.size(), bytes, nanos);
        group.forEach(Append::kept);
        busy = group.size() >= BUSY;
    }

    /** What a listener does wrong changes nothing of what is on the disk. */
    @SuppressWarnings("CatchingUnchecked")
    private void tell(Append durable) {
        try {
            listener.durable(durable);
        } catch (Throwable e) {
            Mishaps.note("quell-journal", e);
        }
    }

    /** It is not known what is on the disk: the numbers are given again, in another segment, whose header makes what is here void. */
    private void failed(Segment current, IOException cause) {
        log.debug("A group of {} records could not be kept", group.size(), cause);
        listener.failed(group.size(), cause);
        current.seal();
        segment = null;
        StorageException told = StorageException.notAppended(cause);
        group.forEach(each -> each.fail(told));
    }

    /** Takes no more, writes what waits, and stops within 5 s. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(STOP_WITHIN)) {
                log.error("The journal did not take the last records within {} s", STOP_WITHIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        patience.close();
    }
}
