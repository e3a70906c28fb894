package dev.quell.asterisk.ami.link;

import dev.quell.asterisk.ami.book.CallBook;
import dev.quell.asterisk.ami.stream.AmiConnection;
import dev.quell.asterisk.ami.stream.AmiEndpoint;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamClosed;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamOpened;
import dev.quell.asterisk.ami.stream.CanaryAction;
import dev.quell.asterisk.ami.stream.EventQueue;
import dev.quell.jobs.Jobs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;
import org.jspecify.annotations.Nullable;

/** Keeps one Asterisk's manager connection up until it is stopped, and its book filled. */
public final class AsteriskLink {

    private final String server;
    private final AmiEndpoint endpoint;
    private final LinkTiming timing;
    private final EventQueue queue;
    private final CallBook book;
    private final Clock clock;
    private final Canaries canaries;
    private final LinkLog log;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final LongAdder connects = new LongAdder();
    private volatile @Nullable AmiConnection current;
    private volatile LinkState state;
    private int failures;
    private boolean told;
    private @Nullable Thread keeper;
    private @Nullable Thread consumer;

    /** A link that is not started yet. */
    public AsteriskLink(
            String server, AmiEndpoint endpoint, LinkTiming timing, EventQueue queue, CallBook book, Clock clock) {
        this.server = server;
        this.endpoint = endpoint;
        this.timing = timing;
        this.queue = queue;
        this.book = book;
        this.clock = clock;
        this.canaries = new Canaries(this::sendCanary, timing.patience());
        this.log = new LinkLog(server, endpoint, clock);
        this.state = new LinkState(false, clock.instant(), Optional.of("not connected yet"));
        book.onTear(log::torn);
        book.onEnough(this::leaveOffListening);
    }

    /** Starts connecting, in the background. */
    public void start() {
        consumer = Thread.ofPlatform()
                .daemon()
                .name("ami-events-" + server)
                .start(Jobs.loop("ami-events-" + server, new EventConsumer(queue, book, canaries)));
        keeper = Thread.ofPlatform()
                .daemon()
                .name("ami-link-" + server)
                .start(Jobs.loop("ami-link-" + server, this::keep));
    }

    /** Cuts the connection and makes no other. */
    public void stop() {
        stopping.countDown();
        AmiConnection connection = current;
        if (connection != null) {
            connection.close();
        }
        for (Thread thread : new @Nullable Thread[] {keeper, consumer}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** This Asterisk's name. */
    public String server() {
        return server;
    }

    /** How the connection stands now. */
    public LinkState state() {
        return state;
    }

    /** What its events told. */
    public CallBook book() {
        return book;
    }

    /** The way in which its events come. */
    public EventQueue queue() {
        return queue;
    }

    /** The proof that its event stream is read up to now. */
    public Canaries canaries() {
        return canaries;
    }

    /** How often it was made so far; all but the first are reconnects. */
    public long connects() {
        return connects.sum();
    }

    /** The connection if it is up. */
    public Optional<AmiConnection> connection() {
        return state.connected() ? Optional.ofNullable(current) : Optional.empty();
    }

    private void keep() {
        try {
            while (stopping.getCount() > 0) {
                Duration pause = once();
                boolean _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            state = new LinkState(false, clock.instant(), Optional.of("stopped"));
            Thread.currentThread().interrupt();
        }
    }

    /** One connection from login to loss; gives the pause before the next. */
    private Duration once() throws InterruptedException {
        AmiConnection connection = new AmiConnection(endpoint, queue::offer, () -> queue.mark(new StreamOpened()));
        current = connection;
        try {
            connection.open();
            up();
            return lost(
                    connection, new LinkWatch(this, connection, timing, clock).untilLost(stopping), timing.pause(0));
        } catch (AuthenticationFailedException e) {
            boolean refused = e.getCause() == null;
            return lost(connection, reason(e), refused ? timing.refused() : timing.pause(failures++));
        } catch (IOException | RuntimeException e) {
            return lost(connection, reason(e), timing.pause(failures++));
        }
    }

    private void up() {
        Instant now = clock.instant();
        log.up(Duration.between(state.since(), now));
        connects.increment();
        failures = 0;
        told = false;
        state = new LinkState(true, now, Optional.empty());
    }

    private Duration lost(AmiConnection connection, String reason, Duration pause) {
        connection.close();
        queue.mark(new StreamClosed());
        canaries.lost();
        boolean wasUp = state.connected();
        state = new LinkState(false, wasUp ? clock.instant() : state.since(), Optional.of(reason));
        if (stopping.getCount() > 0) {
            log.lost(reason, !told);
            told = true;
        }
        return pause;
    }

    private static String reason(Exception e) {
        return e instanceof AuthenticationFailedException
                ? "login refused, " + e.getMessage()
                : e.getClass().getSimpleName() + ", " + e.getMessage();
    }

    /** Notes what is not as it should be while the connection stands. */
    void troubled(Optional<String> trouble) {
        LinkState now = state;
        if (now.connected() && !now.trouble().equals(trouble)) {
            state = new LinkState(true, now.since(), trouble);
            trouble.ifPresent(log::trouble);
        }
    }

    /** Not on the consumer's thread, which must not wait for the socket. What becomes of it matters to nobody: then Asterisk goes on listening. */
    private void leaveOffListening(String channel) {
        AmiConnection connection = current;
        if (connection != null) {
            Thread.startVirtualThread(() -> {
                var _ = connection.send(new SetVarAction(channel, "TALK_DETECT(remove)", "1"));
            });
        }
    }

    private void sendCanary(String nonce) {
        AmiConnection connection = current;
        if (connection == null) {
            canaries.refused(nonce);
            return;
        }
        var _ = connection.send(new CanaryAction(nonce)).whenComplete((response, failure) -> {
            if (failure != null || response instanceof ManagerError) {
                canaries.refused(nonce);
            }
        });
    }
}
