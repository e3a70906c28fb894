package dev.quell.storage.redis.calls;

import dev.quell.storage.jdbc.JdbcCallPages;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.redis.link.Reading;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.share.Outbox;
import dev.quell.storage.share.SharedRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that shares what callers did, put together. */
public final class CallSharing implements Consumer<Reading>, AutoCloseable {

    private final RedisLink link;
    private final RedisCalls calls;
    private final Confirmed confirmed = new Confirmed();
    private final Unshared unshared;
    private final CallTokens tokens;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicLong left;
    private final List<AutoCloseable> workers = new ArrayList<>();
    private final List<Consumer<Reading>> readers = new ArrayList<>();

    /**
     * @param self how this instance signs what it writes: a few letters, others than any other instance's
     * @param keep how long calls are kept
     */
    public CallSharing(
            RedisLink link, String self, Duration keep, Supplier<NearCache> near, MeterRegistry meters, Clock clock) {
        this.link = link;
        this.calls = new RedisCalls(link, self, keep, clock);
        this.unshared = new Unshared(near, meters);
        this.tokens = new CallTokens(link, self);
        this.meters = meters;
        this.clock = clock;
        this.left = Objects.requireNonNull(meters.gauge("quell.redis.to.tell.again", new AtomicLong()));
        readers.add(unshared);
    }

    /** What all know of a caller, together with this instance's own records. */
    public PastCalls pastCalls(PastCalls own) {
        return new SharedPastCalls(own, calls, unshared, link.timeout());
    }

    /** Tells of calls at once. */
    public SharedCalls sharedCalls() {
        return new RedisSharedCalls(calls, tokens, confirmed, meters);
    }

    /**
     * Begins to tell again after lost connections.
     *
     * @param small tells the small rows that changed since a moment
     * @param again how far back
     */
    public void tellAgain(JdbcCallPages records, Consumer<Instant> small, Duration again) {
        RecentTeller teller = new RecentTeller(calls, records, small, confirmed, again, left, clock);
        readers.add(teller);
        workers.add(teller);
        teller.start();
    }

    /** Begins to tell what waits in the outbox. */
    public void tellOutbox(Outbox outbox, Function<SharedRow, ? extends CompletableFuture<?>> rows) {
        OutboxTeller teller = new OutboxTeller(link, calls, outbox, confirmed, rows);
        workers.add(teller);
        teller.start();
    }

    /** How many calls are still to be told again. */
    public long left() {
        return left.get();
    }

    @Override
    public void accept(Reading reading) {
        readers.forEach(reader -> reader.accept(reading));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable worker : workers) {
            worker.close();
        }
    }
}
