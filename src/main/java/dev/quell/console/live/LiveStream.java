package dev.quell.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One open page's stream of server-sent events: {@code change} when there is something new to see, {@code beat} when there was not for a while. It carries no
 * data; the page asks for itself anew, with all that a request is checked for.
 */
final class LiveStream implements AsyncListener {
    private static final String OPENING = "retry: 3000\n\n";

    private final AsyncContext context;
    private final Supplier<Object> mark;
    private final Duration pace;
    private final Instant opened;
    private final Runnable onEnd;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private Object seen;
    private Instant told;

    /**
     * @param mark changes when there is something new to see
     * @param pace at least so long from one event to the next
     * @param onEnd done once when it ends, whoever ends it
     */
    LiveStream(AsyncContext context, Supplier<Object> mark, Duration pace, Instant now, Runnable onEnd) {
        this.context = context;
        this.mark = mark;
        this.pace = pace;
        this.opened = now;
        this.onEnd = onEnd;
        this.seen = mark.get();
        this.told = now;
    }

    /** Sends the head of the answer; on the request's own thread. */
    void begin() throws IOException {
        write(OPENING);
    }

    /** Whether it is older than a term. */
    boolean olderThan(Duration term, Instant now) {
        return now.isAfter(opened.plus(term));
    }

    /** Tells what there is to tell; whoever reads slowly is told less often, and holds nobody up. */
    void round(Instant now, Duration beat) {
        if (now.isBefore(told.plus(pace)) || writing.get()) {
            return;
        }
        Object found = mark.get();
        boolean changed = !found.equals(seen);
        if (changed || !now.isBefore(told.plus(beat))) {
            seen = found;
            told = now;
            send(changed ? "change" : "beat");
        }
    }

    private void send(String event) {
        if (writing.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    write("event: " + event + "\ndata: \n\n");
                } catch (IOException | IllegalStateException e) {
                    // The page was closed; its end is all that there is to do.
                    end();
                } finally {
                    writing.set(false);
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

    /** The answer belongs to another request as soon as it is complete: whoever takes the pen to complete it keeps it. */
    private void completeIfEnded() {
        if (ended.get() && writing.compareAndSet(false, true)) {
            try {
                context.complete();
            } catch (IllegalStateException e) {
                // The server ended it before; there is nothing left to end.
                return;
            }
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
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
