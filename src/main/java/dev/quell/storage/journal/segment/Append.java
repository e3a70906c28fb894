package dev.quell.storage.journal.segment;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A record on its way into the journal. */
public class Append {

    private enum State {
        WAITING,
        WRITTEN,
        WITHDRAWN
    }

    private static final byte[] NOTHING = {};

    private final byte kind;
    private byte[] payload;
    private final int length;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile long sequence;
    private volatile @Nullable Thread waiting;
    private volatile boolean late;

    @Nullable
    Append next;

    /** The record that is kept with this one or not at all, and comes right behind it. */
    @Nullable
    Append then;

    /** The record whose {@link #then} this is. */
    @Nullable
    Append first;

    int depth;

    /** @param length how much of the array is the payload, 1 to {@value Frame#LONGEST} */
    public Append(byte kind, byte[] payload, int length) {
        if (length < 1 || length > Frame.LONGEST) {
            throw new IllegalArgumentException("a record of " + length + " bytes does not fit into the journal");
        }
        this.kind = kind;
        this.payload = payload;
        this.length = length;
    }

    /** Completes when the record is durable, on the journal's own thread: what depends on it must be short, or go elsewhere. */
    public final CompletableFuture<Void> done() {
        return done;
    }

    /** Waits until it is durable, or was refused, or {@link #late}; for one thread at most. */
    final void await() throws ExecutionException, TimeoutException, InterruptedException {
        waiting = Thread.currentThread();
        try {
            while (!done.isDone()) {
                if (late) {
                    throw new TimeoutException();
                }
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            done.get();
        } finally {
            waiting = null;
        }
    }

    /** Its time is over: nobody waits for it any more. */
    final void late() {
        late = true;
        wake();
    }

    private void wake() {
        LockSupport.unpark(waiting);
    }

    /** Its number; 0 until it is durable. */
    public final long sequence() {
        return sequence;
    }

    /** Takes it back; false if it is being written already. */
    public final boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    /** Begins to write it; false if it was taken back. */
    final boolean begin() {
        return state.compareAndSet(State.WAITING, State.WRITTEN);
    }

    final byte kind() {
        return kind;
    }

    final byte[] payload() {
        return payload;
    }

    final int length() {
        return length;
    }

    /** It did not become durable. */
    final void fail(Throwable cause) {
        notKept();
        done.completeExceptionally(cause);
        wake();
    }

    /** It is durable and its number is known. */
    final void kept() {
        done.complete(null);
        wake();
    }

    /** Is called before the future fails. */
    protected void notKept() {}

    /** It is durable, with a number; its content is let go. */
    final void number(long given) {
        sequence = given;
        payload = NOTHING;
        next = null;
        then = null;
        first = null;
    }
}
