package dev.quell.asterisk.ami.link;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events of ours through Asterisk and waits for them: one that comes back proves that everything Asterisk told before it has been read and
 * applied. A response to an action proves less: talk events pass another queue on their way. At most one is under way; all who ask meanwhile share the
 * next.
 */
public final class Canaries {

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Flight(String nonce, CompletableFuture<Boolean> back) {}

    private final Consumer<String> sender;
    private final Duration patience;
    private @Nullable Flight flying;
    private @Nullable CompletableFuture<Boolean> next;

    /** @param sender sends a canary with a nonce; what it throws counts as not sent */
    Canaries(Consumer<String> sender, Duration patience) {
        this.sender = sender;
        this.patience = patience;
    }

    /** Whether a canary sent from now on came back in time; completed on the thread that applies the events. */
    public CompletableFuture<Boolean> ask() {
        Flight start;
        synchronized (this) {
            if (flying != null) {
                if (next == null) {
                    next = new CompletableFuture<>();
                }
                return next;
            }
            start = take(new CompletableFuture<>());
        }
        launch(start);
        return start.back();
    }

    /** A canary has come back; one that was never sent is none. */
    void returned(String nonce) {
        end(nonce, true);
    }

    /** A canary could not be sent, or Asterisk will not send it on: it is not waited for. */
    void refused(String nonce) {
        end(nonce, false);
    }

    private void end(String nonce, boolean back) {
        Flight flight;
        synchronized (this) {
            flight = flying;
        }
        if (flight != null && flight.nonce().equals(nonce)) {
            flight.back().complete(back);
        }
    }

    /** The connection is lost: none will come back. */
    void lost() {
        Flight flight;
        CompletableFuture<Boolean> waiting;
        synchronized (this) {
            flight = flying;
            waiting = next;
            next = null;
        }
        if (waiting != null) {
            waiting.complete(false);
        }
        if (flight != null) {
            flight.back().complete(false);
        }
    }

    private Flight take(CompletableFuture<Boolean> back) {
        Flight flight = new Flight(nonce(), back);
        flying = flight;
        return flight;
    }

    private void launch(Flight flight) {
        var _ = flight.back()
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> landed(flight));
        try {
            sender.accept(flight.nonce());
        } catch (RuntimeException e) {
            flight.back().complete(false);
        }
    }

    private void landed(Flight flight) {
        Flight start = null;
        synchronized (this) {
            if (flight.equals(flying)) {
                flying = null;
                if (next != null) {
                    start = take(next);
                    next = null;
                }
            }
        }
        if (start != null) {
            launch(start);
        }
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
