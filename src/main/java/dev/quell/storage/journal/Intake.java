package dev.quell.storage.journal;

import dev.quell.call.Pauses;
import dev.quell.evidence.chain.Place;
import dev.quell.jobs.Jobs;
import dev.quell.storage.chain.SealedBlock;
import dev.quell.storage.journal.BesideFault.Beside;
import dev.quell.storage.journal.CountedTaking.Counting;
import dev.quell.storage.journal.TakingStatements.Batch;
import dev.quell.storage.journal.segment.JournalReader;
import dev.quell.storage.journal.segment.JournalRecord;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that takes the journal into the database: up to {@value #BATCH} records in a transaction, so that other changes need not wait long behind it. */
final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    /** A block has room for as many. */
    private static final int BATCH = Math.min(2_500, Place.MOST);
    /** While records are gathered, how often it is looked whether they are many. */
    private static final Duration STEP = Duration.ofMillis(100);
    /** Fewer that are left are not worth a transaction yet. */
    private static final int FEW = 250;

    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final JournalReader reader;
    private final Duration gather;
    private final SqliteDatabase database;
    private final RecentCalls recent;
    private final JournalMetrics metrics;
    private final TakingStatements statements = new TakingStatements();
    private final ChainedFacts facts = new ChainedFacts();
    private final Companion chain = new Companion(Beside.CHAIN);
    private final Companion counters = new Companion(Beside.COUNTERS);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Thread thread =
            Thread.ofPlatform().name("quell-intake").unstarted(Jobs.loop("quell-intake", this::work));
    private LongSupplier durable = () -> 0;
    private DoubleSupplier full = () -> 0;
    private long durableBefore;
    private long pausedAt;
    private volatile long wanted;
    private int most = BATCH;
    private volatile long taken;
    private volatile boolean idle;
    private volatile boolean hurried;
    private volatile boolean open = true;

    /** @param gather how long records are gathered at most, if nobody waits for them, so that a transaction and a block of the chain are worth their cost */
    Intake(JournalReader reader, Duration gather, SqliteDatabase database, RecentCalls recent, JournalMetrics metrics) {
        this.reader = reader;
        this.gather = gather;
        this.taken = reader.lastTaken();
        this.database = database;
        this.recent = recent;
        this.metrics = metrics;
    }

    /** Takes in all there is, on the caller's thread; gives up at the first failure and tells whether all went well. */
    boolean catchUp() {
        return takeIn(() -> true);
    }

    /** Takes in what is worth a transaction or waited for. What little came during the last transaction is gathered again, else each would be tiny. */
    private boolean takeWorthwhile() {
        return takeIn(() -> wanted > taken || most < BATCH || durable.getAsLong() - taken >= FEW);
    }

    private boolean takeIn(BooleanSupplier goesOn) {
        try {
            List<JournalRecord> batch = reader.next(most);
            while (!batch.isEmpty()) {
                long began = System.nanoTime();
                if (!take(batch)) {
                    return false;
                }
                pause(System.nanoTime() - began);
                batch = goesOn.getAsBoolean() ? reader.next(most) : List.of();
            }
            return true;
        } catch (IOException e) {
            log.error("The journal cannot be read: {}. Check the disk; it is tried again.", e.getMessage());
            return false;
        }
    }

    /**
     * Goes on by itself from now on.
     *
     * @param lastDurable up to which number records are durable
     * @param filled how much of the room for records that wait is taken, from 0
     */
    void start(LongSupplier lastDurable, DoubleSupplier filled) {
        durable = lastDurable;
        full = filled;
        thread.start();
    }

    /** Why calls are taken in without a place in the chain; empty if they have one. */
    String chainFault() {
        return chain.fault();
    }

    /** Up to which number records are in the database. */
    long taken() {
        return taken;
    }

    /** More is durable. */
    void wake() {
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until records up to a number are in the database; false if they are not within the patience. */
    boolean await(long sequence, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (taken < sequence && left > 0) {
                wanted = Math.max(wanted, sequence);
                hurried = true;
                LockSupport.unpark(thread);
                left = progress.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return taken >= sequence;
    }

    private void work() {
        while (open) {
            if (durable.getAsLong() <= taken) {
                rest();
            } else {
                gather();
                if (!takeWorthwhile()) {
                    LockSupport.parkNanos(RETRY.toNanos());
                }
            }
        }
        catchUp();
    }

    private void rest() {
        idle = true;
        if (durable.getAsLong() <= taken && open) {
            LockSupport.parkNanos(this, IDLE.toNanos());
        }
        idle = false;
    }

    private void gather() {
        long began = System.nanoTime();
        while (!hurried
                && open
                && durable.getAsLong() - taken < BATCH
                && System.nanoTime() - began < gather.toNanos()) {
            LockSupport.parkNanos(this, STEP.toNanos());
        }
        hurried = false;
    }

    /** Leaves verdicts the machine while they press, unless somebody waits for what was told. */
    private void pause(long worked) {
        long now = System.nanoTime();
        long told = durable.getAsLong();
        double arriving = (told - durableBefore) * 1e9 / Math.max(1, now - pausedAt);
        Duration rest = Pauses.after(Duration.ofNanos(worked), arriving, full.getAsDouble());
        durableBefore = told;
        pausedAt = now;
        if (open && !rest.isZero() && wanted <= taken) {
            LockSupport.parkNanos(this, rest.toNanos());
        }
    }

    private boolean take(List<JournalRecord> records) {
        long started = System.nanoTime();
        CompletableFuture<SealedBlock> block = new CompletableFuture<>();
        Batch batch = new Batch(records, chain.isWanted() ? block : null, counting());
        try {
            CompletableFuture<TakingStatements.Taken> taking = database.writeOn(statements.taking(batch));
            make(batch, block);
            TakingStatements.Taken outcome = taking.join();
            chain.taken(batch.facts() != null, outcome.written());
            counters.taken(batch.counting() != Counting.NOT, outcome.written());
            done(outcome, System.nanoTime() - started);
            return true;
        } catch (CompletionException | CancellationException e) {
            return failed(records, e);
        }
    }

    private Counting counting() {
        if (!counters.isWanted()) {
            return Counting.NOT;
        }
        return counters.without() > 0 ? Counting.ANEW : Counting.ON;
    }

    /** While the writer writes the rows, which is the longer work. */
    private void make(Batch batch, CompletableFuture<SealedBlock> block) {
        if (batch.facts() != null) {
            try {
                block.complete(facts.of(batch.records()));
            } catch (RuntimeException e) {
                block.completeExceptionally(e);
            }
        }
    }

    /**
     * If a record is to blame, it is found by taking them in one by one, and passed over; if what goes along with them is, they are taken in without it at
     * last. Whatever else it is, it is tried again.
     */
    private boolean failed(List<JournalRecord> batch, RuntimeException cause) {
        BesideFault.in(cause).ifPresent(fault -> (fault.beside() == Beside.CHAIN ? chain : counters).failed(fault));
        boolean recordToBlame = RefusedRecord.caused(cause) || MalformedRecord.caused(cause);
        if (!recordToBlame || !open) {
            metrics.intakeFailed(cause);
            return false;
        }
        if (batch.size() > 1) {
            most = 1;
            return true;
        }
        log.error(
                "Record {} of the journal was refused by the database and is lost",
                batch.getFirst().sequence(),
                cause);
        return passOver(batch);
    }

    private boolean passOver(List<JournalRecord> refused) {
        try {
            done(database.writeOn(statements.passingOver(refused.getFirst())).join(), 0);
            return true;
        } catch (CompletionException | CancellationException e) {
            metrics.intakeFailed(e);
            return false;
        }
    }

    private void done(TakingStatements.Taken outcome, long nanos) {
        metrics.unknown(outcome.lost());
        reader.taken();
        most = Math.min(BATCH, most * 2);
        lock.lock();
        try {
            taken = reader.lastTaken();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
        recent.taken(taken);
        metrics.taken(outcome.written(), nanos, reader.missing());
    }

    /** Takes in what is left, within 10 s, and stops. */
    void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(STOP_WITHIN)) {
                log.warn(
                        "The database did not take the journal in within {} s; it will at the next start",
                        STOP_WITHIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
