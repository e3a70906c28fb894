package dev.quell.storage.postgres.ship;

import dev.quell.jobs.Jobs;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.postgres.StoreWords;
import dev.quell.storage.share.Ahead;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Outbox.Waiting;
import dev.quell.storage.share.outbox.Sharing;
import dev.quell.storage.share.outbox.SqliteOutbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the record what waits in the outbox, a batch at a time, and begins again with the same batch where it does not know whether it arrived. Nothing
 * waits for it. While the record is away it tries again after a pause that grows to ten seconds.
 */
public final class Shipper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Shipper.class);
    private static final int BATCH = 2_000;
    private static final int SMALLEST = 20;
    private static final Duration IDLE = Duration.ofMillis(100);
    /** Every ten seconds without anything to tell. */
    private static final int LOOK = 100;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final PostgresStore store;
    private final InstanceKeeper keeper;
    private final SqliteOutbox outbox;
    private final Registration registration;
    private final Batch batch;
    private final Ahead ahead;
    private final Counter shipped;
    private final Counter refused;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile String fault = "";
    private boolean registered;
    private int idle;
    private int most = BATCH;
    private Duration pause = IDLE;

    public Shipper(
            PostgresStore store,
            Sharing sharing,
            InstanceKeeper keeper,
            SqliteOutbox outbox,
            Clock clock,
            MeterRegistry registry) {
        this.store = store;
        this.keeper = keeper;
        this.outbox = outbox;
        this.registration = new Registration(store, sharing, keeper, outbox, clock);
        this.batch = new Batch(store, sharing, keeper, clock, this::refused);
        this.ahead = new Ahead(outbox, Destinations.POSTGRES);
        this.shipped = registry.counter("quell.shared.shipped", "to", Destinations.POSTGRES);
        this.refused = registry.counter("quell.shared.refused", "to", Destinations.POSTGRES);
        this.thread =
                Thread.ofPlatform().name("quell-shipper").daemon().unstarted(Jobs.loop("quell-shipper", this::work));
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Why nothing arrives, in words that say what to do; empty if all is well. */
    public String fault() {
        return fault;
    }

    private void work() {
        while (open) {
            try {
                Thread.sleep(turn());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Tells one batch; how long to wait before the next. */
    public Duration turn() {
        try {
            int rows = ship();
            well();
            return rows > 0 ? Duration.ZERO : IDLE;
        } catch (SQLException | RuntimeException e) {
            return away(e);
        }
    }

    private int ship() throws SQLException {
        store.prepare();
        if (keeper.number() == 0) {
            return 0;
        }
        if (!registered) {
            registration.register();
            registered = true;
        }
        List<Waiting> waiting = outbox.waiting(Destinations.POSTGRES, most);
        if (waiting.isEmpty()) {
            look();
            return 0;
        }
        tellAhead(waiting);
        batch.tell(waiting);
        outbox.confirmed(Destinations.POSTGRES, waiting.getLast().place());
        shipped.increment(waiting.size());
        idle = 0;
        return waiting.size();
    }

    private void tellAhead(List<Waiting> waiting) throws SQLException {
        List<Waiting> small = ahead.beyond(waiting);
        if (!small.isEmpty()) {
            batch.tellAhead(small);
        }
        ahead.told();
    }

    private void look() throws SQLException {
        if (++idle >= LOOK) {
            idle = 0;
            batch.look();
        }
    }

    private void well() {
        most = Math.min(BATCH, most * 2);
        if (!fault.isEmpty()) {
            log.info("PostgreSQL takes rows again");
            fault = "";
        }
        pause = IDLE;
    }

    /** What it was may have changed when it comes back. */
    private Duration away(Exception e) {
        String words = StoreWords.of(e);
        if (fault.isEmpty()) {
            log.warn("PostgreSQL does not take rows, they wait here and are told later: {}", words);
        }
        log.debug("PostgreSQL does not take rows", e);
        fault = words;
        registered = false;
        most = Math.max(SMALLEST, most / 4);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        return pause;
    }

    private void refused(Batch.Refused row) {
        refused.increment();
        log.error(
                "PostgreSQL can never hold the {} {}: it stays in this instance's own database alone: {}",
                row.row().kind(),
                row.row().ref(),
                StoreWords.of(row.because()));
    }

    /** Ends; what was not told is told after the next start. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
