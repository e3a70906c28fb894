package dev.quell.storage.journal;

import dev.quell.storage.journal.segment.Append;
import dev.quell.storage.journal.segment.JournalReader;
import dev.quell.storage.journal.segment.JournalWriter;
import dev.quell.storage.journal.segment.OwnerOnly;
import dev.quell.storage.journal.segment.Preparer;
import dev.quell.storage.journal.segment.Recovered;
import dev.quell.storage.journal.segment.Recovery;
import dev.quell.storage.journal.segment.Segments;
import dev.quell.storage.sqlite.DatabaseFault;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was told of calls, durable before the database has it. Each record is in the database a little later. */
public final class Journal implements AutoCloseable {

    /** How long what is told is gathered where other instances are told of it from the database. */
    public static final Duration SOON = Duration.ofMillis(100);

    /** How long what is told is gathered where nobody but this instance has the database: a block of the chain holds a second. */
    public static final Duration ALONE = Duration.ofSeconds(1);

    /** How long {@link #settle} waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final int LARGEST_SEGMENT = 16 << 20;
    private static final int CAPACITY = 10_000;
    private static final int MUCH = 2_500;

    private final Segments segments;
    private final Preparer preparer;
    private final JournalWriter writer;
    private final Intake intake;
    private final JournalMetrics metrics;
    private final RecentCalls recent;
    private final Room room;

    private Journal(
            Segments segments,
            Preparer preparer,
            JournalWriter writer,
            Intake intake,
            JournalMetrics metrics,
            RecentCalls recent,
            Room room) {
        this.segments = segments;
        this.preparer = preparer;
        this.writer = writer;
        this.intake = intake;
        this.metrics = metrics;
        this.recent = recent;
        this.room = room;
    }

    /**
     * Opens the journal of a data directory and takes in what is left of the last run.
     *
     * @param space bytes on the disk, 4 MiB or more, used in whole segments of a quarter, at most 16 MiB each; so much can be told before the database takes it in
     * @param gather how long at most what is told is gathered before the database takes it in, unless somebody asks for it
     * @throws DatabaseFault with a sentence that says what to do
     */
    public static Journal open(
            Path dataDirectory, long space, Duration gather, SqliteDatabase database, MeterRegistry registry) {
        Path directory = dataDirectory.resolve("journal");
        try {
            int segment = (int) Math.min(LARGEST_SEGMENT, space / 4);
            Segments segments =
                    Segments.open(OwnerOnly.directory(directory), segment, (int) (space / segment), OwnerOnly::file);
            return open(segments, gather, database, registry, Room.ofTheHeap());
        } catch (IOException e) {
            throw DatabaseFault.notWritable(directory, e);
        }
    }

    /** @param records for how many that the database has not taken in there is room in memory */
    static Journal open(
            Segments segments, Duration gather, SqliteDatabase database, MeterRegistry registry, long records)
            throws IOException {
        long taken = database.reader()
                .sql("select sequence from journal_mark")
                .query(Long.class)
                .single();
        Recovered found = Recovery.of(segments, taken);
        RecentCalls recent = new RecentCalls();
        JournalMetrics metrics = new JournalMetrics(registry, recent);
        metrics.recovered(found);
        Intake intake = new Intake(new JournalReader(segments, taken), gather, database, recent, metrics);
        if (!intake.catchUp()) {
            log.error(
                    "The database does not take the journal in; it is tried again until it does. {}", database.fault());
        }
        Preparer preparer = Preparer.start(segments);
        metrics.tell(intake::wake);
        JournalWriter writer = new JournalWriter(segments, found.lastSequence(), CAPACITY, metrics);
        long before = found.lastSequence();
        Room room = new Room(records, () -> writer.durable() - Math.max(before, intake.taken()), metrics);
        intake.start(writer::durable, () -> Math.max(onDisk(segments), room.used()));
        Journal journal = new Journal(segments, preparer, writer, intake, metrics, recent, room);
        journal.gauges(registry);
        return journal;
    }

    private static double onDisk(Segments segments) {
        return (double) segments.bytesUsed() / segments.bytesAtMost();
    }

    private void gauges(MeterRegistry registry) {
        Gauge.builder("quell.journal.waiting", writer, JournalWriter::waiting).register(registry);
        Gauge.builder("quell.journal.behind", this, journal -> journal.writer.durable() - journal.intake.taken())
                .register(registry);
        Gauge.builder("quell.journal.lag", this, journal -> journal.lag().toNanos() / 1e9)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("quell.journal.used", segments, Segments::bytesUsed)
                .baseUnit("bytes")
                .register(registry);
    }

    /** For how long the oldest record has waited that the database has not taken in; zero if there is none. */
    public Duration lag() {
        CallAppend oldest = recent.oldest();
        return oldest == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, System.nanoTime() - oldest.since()));
    }

    /** Whether so much waits to be taken in that the database had better do nothing else. */
    public boolean isBehind() {
        return writer.durable() - intake.taken() > MUCH;
    }

    /** Appends a record; its future completes when it is durable. */
    void submit(Append append) {
        writer.submit(append);
    }

    /** Appends two records, one behind the other with none between them. */
    void submit(Append first, Append then) {
        writer.submit(first, then);
    }

    /** The room for what is told. */
    Room room() {
        return room;
    }

    /** Waits until a record that was handed over is durable; by one thread at most, so long at most. */
    void await(Append append, Duration patience) throws ExecutionException, TimeoutException, InterruptedException {
        writer.await(append, patience);
    }

    /** What the journal has and the database may not. */
    RecentCalls recent() {
        return recent;
    }

    /** Waits until the database has what is durable now; after {@link #PATIENCE} what it has by then must do, and false is told. */
    public boolean settle() {
        long durable = writer.durable();
        return intake.taken() >= durable || intake.await(durable, PATIENCE);
    }

    /** What is wrong and what to do, while no verdict was written down after it; empty if all is well. */
    public String fault() {
        return writer.isAlive() ? metrics.fault() : "the journal's writer has died; restart Quell";
    }

    /** Why the database does not take in what is durable; empty if it does. */
    public String intakeFault() {
        return metrics.intakeFault();
    }

    /** Why calls are taken in without a place in the chain; empty if they have one. */
    public String chainFault() {
        return intake.chainFault();
    }

    /** Takes no more, and hands the database what it has not. */
    @Override
    public void close() {
        preparer.close();
        writer.close();
        intake.close();
        try {
            segments.close();
        } catch (IOException e) {
            log.warn("The journal did not close cleanly: {}", e.getMessage());
        }
    }
}
