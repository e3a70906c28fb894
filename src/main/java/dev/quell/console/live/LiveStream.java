package dev.quell.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open page's stream of server-sent events: {@code change} when there is something new to see, {@code beat} when there was not for a while. It carries no
 * data; the page asks for itself anew, with all that a request is checked for.
 */
final class LiveStream implements AsyncListener {
    private static final String OPENING = "retry: 3000\n\n";
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final int TRIES = 50;

    private final AsyncContext context;
    private final Function<Marks, Object> mark;
    private final Duration pace;
    private final Instant opened;
    private final Runnable onEnd;
    /** Held by whoever writes, and for ever by whoever completed the answer: it belongs to another request then. */
    private final Semaphore pen = new Semaphore(1);

    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch completed = new CountDownLatch(1);
    private final Owner owner;
    private Object seen;
    private Instant told;

    /**
     * Whose page it is.
     *
     * @param standing how the account stood when it opened the page
     * @param page the page's own name for its stream, if it gave one
     */
    record Owner(String account, Object standing, @Nullable String page) {}

    /**
     * @param owner whose page it is
     * @param mark changes when there is something new to see
     * @param first what there is to see now
     * @param pace at least so long from one event to the next
     * @param onEnd done once when it ends, whoever ends it
     */
    LiveStream(
            AsyncContext context,
            Owner owner,
            Function<Marks, Object> mark,
            Marks first,
            Duration pace,
            Instant now,
            Runnable onEnd) {
        this.context = context;
        this.owner = owner;
        this.mark = mark;
        this.pace = pace;
        this.opened = now;
        this.onEnd = onEnd;
        this.seen = mark.apply(first);
        this.told = now;
    }

    /** Sends the head of the answer; on the request's own thread. */
    void begin() throws IOException {
        write(OPENING);
    }

    /** Whether it is a page of somebody's. */
    boolean isOf(String name) {
        return owner.account().equals(name);
    }

    /** Whether its page calls it so. */
    boolean isCalled(String name) {
        return name.equals(owner.page());
    }

    /** Whether its account stands as it did when the page opened it. */
    boolean stands(Function<String, Object> standing) {
        return standing.apply(owner.account()).equals(owner.standing());
    }

    /** Whether it is older than a term, or the clock was set back since it told something: the page opens another one. */
    boolean isOver(Duration term, Instant now) {
        return now.isAfter(opened.plus(term)) || now.isBefore(told);
    }

    /** Tells what there is to tell; whoever reads slowly is told less often, and holds nobody up. */
    void round(Instant now, Duration beat, Supplier<Marks> look) {
        if (now.isBefore(told.plus(pace)) || pen.availablePermits() == 0) {
            return;
        }
        Object found = mark.apply(look.get());
        boolean changed = !found.equals(seen);
        if (changed || !now.isBefore(told.plus(beat))) {
            seen = found;
            told = now;
            send(changed ? "change" : "beat");
        }
    }

    private void send(String event) {
        if (pen.tryAcquire()) {
            Thread.startVirtualThread(() -> {
                try {
                    write("event: " + event + "\ndata: \n\n");
                } catch (IOException | IllegalStateException e) {
                    // The page was closed; its end is all that there is to do.
                    end();
                } finally {
                    pen.release();
                    completeIfEnded();
                }
            });
        }
    }

    private void write(String text) throws IOException {
        OutputStream out = context.getResponse().getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Ends the answer, once it is not being written any more; the page asks for another one if it may. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
        completeIfEnded();
    }

    private void completeIfEnded() {
        if (ended.get() && pen.tryAcquire()) {
            complete();
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The server ended it before; there is nothing left to end.
            return;
        } finally {
            completed.countDown();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }

    /**
     * The connection broke. What is not complete when this returns the server sends to the error page, as a request of nobody: so whoever is writing, and
     * finds the same out, is waited for.
     */
    @Override
    public void onError(AsyncEvent event) {
        end();
        try {
            for (int i = 0; i < TRIES && completed.getCount() > 0; i++) {
                if (pen.tryAcquire(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                    complete();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is started once, before this listens.
    }
}
