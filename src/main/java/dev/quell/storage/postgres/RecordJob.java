package dev.quell.storage.postgres;

import dev.quell.jobs.Jobs;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.jdbc.JdbcRetention;
import dev.quell.storage.postgres.feed.KeptChanges;
import dev.quell.storage.postgres.read.FirstEnds;
import dev.quell.storage.postgres.read.RecordedCalls;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every hour: makes days ahead and lets go what is too old. Any instance may do it, also several at once. */
final class RecordJob implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RecordJob.class);
    private static final Duration FIRST = Duration.ofMinutes(3);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration COUNT = Duration.ofSeconds(2);
    /** So many at a time, that other work of the hour has its turn. */
    private static final int SLICES = 20;

    private final PostgresStore store;
    private final JdbcRetention stored;
    private final KeptChanges changes;
    private final FirstEnds ends;
    private final RecordCounters counters;
    private final Times times;
    private final Clock clock;
    private final RecordTime record;
    private final ScheduledExecutorService timer = Jobs.timer("quell-record");
    private @Nullable ScheduledFuture<?> schedule;
    private @Nullable ScheduledFuture<?> counting;
    private Instant advanced = Instant.MIN;
    private boolean shifted;
    private boolean behind;

    /** How long rows are kept: calls and flags from when they came, entries from their end. */
    record Times(Duration calls, Duration flags, Duration entries, Duration audit) {}

    /** Tells the record's own time. */
    interface RecordTime {
        /** It, as far as the record answers. */
        Instant now() throws SQLException;
    }

    RecordJob(PostgresStore store, Times times, Clock clock) {
        this(store, times, clock, store::now);
    }

    RecordJob(PostgresStore store, Times times, Clock clock, RecordTime record) {
        this.record = record;
        this.store = store;
        this.stored = new JdbcRetention(store.database());
        this.changes = new KeptChanges(store.database());
        this.ends = new FirstEnds(store);
        this.counters = new RecordCounters(store.database());
        this.times = times;
        this.clock = clock;
    }

    void start() {
        schedule = timer.scheduleWithFixedDelay(this::run, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        counting = timer.scheduleWithFixedDelay(this::count, COUNT.toSeconds(), COUNT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Does it once; a failure is told and tried again an hour later. */
    void run() {
        if (!store.isReady()) {
            return;
        }
        try {
            Instant now = now();
            store.partitions().ahead();
            counters.forget(now.minus(times.calls()));
            int days = store.partitions().drop(now.minus(times.calls()));
            int flags = stored.flags(now.minus(times.flags()));
            int entries = stored.entries(now.minus(times.entries()));
            int known = stored.knownCallers(now);
            int deeds = stored.audit(now.minus(times.audit()));
            stored.tokens(now.minus(times.audit()));
            stored.answers(now);
            stored.reviews(now.minus(times.flags()));
            stored.proposals(now.minus(times.entries()));
            stored.ruleProposals(now.minus(times.entries()));
            changes.forget(now);
            ends.forget(RecordedCalls.LIVING);
            if (days + flags + entries + known + deeds > 0) {
                log.info(
                        "Retention in PostgreSQL: {} days of calls, {} flags, {} list entries, {} known callers and {} entries of the audit whose time was over deleted",
                        days,
                        flags,
                        entries,
                        known,
                        deeds);
            }
        } catch (SQLException | RuntimeException e) {
            log.warn("Retention in PostgreSQL: tried again in an hour: {}", StoreWords.of(e));
        }
    }

    /** Keeps the counters up to date; a failure is tried again. */
    void count() {
        if (!store.isReady()) {
            return;
        }
        try {
            if (!shifted) {
                counters.shift(Folding.shift(ZoneId.systemDefault(), clock.instant()));
                shifted = true;
            }
            boolean more = true;
            for (int slice = 0;
                    slice < SLICES && more && !Thread.currentThread().isInterrupted();
                    slice++) {
                more = counters.fold() || advance() || counters.fill();
            }
            behind = false;
        } catch (SQLException | RuntimeException e) {
            if (!behind && !timer.isShutdown()) {
                log.warn(
                        "The counters of calls in PostgreSQL are behind: {}. It is tried again; no call is lost by it",
                        StoreWords.of(e));
            }
            behind = true;
        }
    }

    private boolean advance() throws SQLException {
        return Folding.upTo(clock.instant()).isAfter(advanced) && advance(Folding.upTo(now()));
    }

    private boolean advance(Instant to) throws SQLException {
        boolean more = counters.advance(to);
        advanced = more ? advanced : to;
        return more;
    }

    /** What is deleted here is deleted for all: a clock that is ahead of the record's deletes nothing before its time. */
    private Instant now() throws SQLException {
        Instant own = clock.instant();
        Instant other = record.now();
        return own.isBefore(other) ? own : other;
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        if (counting != null) {
            counting.cancel(true);
        }
        timer.shutdownNow();
    }
}
