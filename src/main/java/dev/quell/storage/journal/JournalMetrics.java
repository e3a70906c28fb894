package dev.quell.storage.journal;

import dev.quell.storage.journal.segment.Append;
import dev.quell.storage.journal.segment.Recovered;
import dev.quell.storage.journal.segment.WriterListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the journal does, counted: {@code quell.journal.records} by result, group sizes, times of the disk and of taking in. */
final class JournalMetrics implements WriterListener {

    private static final Logger log = LoggerFactory.getLogger(JournalMetrics.class);
    private static final String RECORDS = "quell.journal.records";

    private final RecentCalls recent;
    private final Counter appended;
    private final Counter failed;
    private final Counter rejected;
    private final Counter takenIn;
    private final Counter torn;
    private final Counter lost;
    private final Counter bytes;
    private final Timer commits;
    private final Timer intakes;
    private final DistributionSummary groups;
    private Runnable wake = () -> {};
    private long missing;
    private volatile String fault = "";
    private volatile String intakeFault = "";

    JournalMetrics(MeterRegistry registry, RecentCalls recent) {
        this.recent = recent;
        this.appended = registry.counter(RECORDS, "result", "appended");
        this.failed = registry.counter(RECORDS, "result", "failed");
        this.rejected = registry.counter(RECORDS, "result", "rejected");
        this.takenIn = registry.counter(RECORDS, "result", "taken-in");
        this.torn = registry.counter(RECORDS, "result", "torn");
        this.lost = registry.counter(RECORDS, "result", "lost");
        this.bytes = registry.counter("quell.journal.bytes");
        this.commits = registry.timer("quell.journal.commit");
        this.intakes = registry.timer("quell.journal.intake");
        this.groups = registry.summary("quell.journal.group");
    }

    /** @param wakeIntake called whenever more is durable */
    void tell(Runnable wakeIntake) {
        wake = wakeIntake;
    }

    /** What was found at the start is logged if anything was. */
    void recovered(Recovered found) {
        if (found.waiting() > 0) {
            log.info("{} records of the journal are taken in that the last run had not", found.waiting());
        }
        if (found.torn() > 0) {
            torn.increment(found.torn());
            log.warn(
                    "The end of the journal was cut off in the midst of a record. No verdict is missing: it had not been given out.");
        }
        if (found.missing() > 0) {
            lost.increment((double) found.missing());
            log.error(
                    "The journal is damaged: {} records that were written are lost. Check the disk and the kernel log.",
                    found.missing());
        }
    }

    @Override
    public void durable(Append append) {
        if (append instanceof CallAppend call) {
            recent.durable(call);
        }
    }

    @Override
    public void written(int records, int size, long nanos) {
        appended.increment(records);
        bytes.increment(size);
        groups.record(records);
        commits.record(nanos, TimeUnit.NANOSECONDS);
        if (!fault.isEmpty()) {
            fault = "";
            log.info("The journal takes records again");
        }
        wake.run();
    }

    @Override
    public void failed(int records, Exception cause) {
        failed.increment(records);
        fault("it cannot be written (" + cause.getMessage() + "); make room or check the disk, it goes on by itself");
    }

    @Override
    public void rejected() {
        rejected.increment();
        fault("more records wait than may; is the disk slow?");
    }

    /** A record was not taken, because the database has not taken in as many as memory has room for. */
    void outOfRoom() {
        rejected.increment();
        fault(
                "the database does not take them in, and memory has no room for more; look at its disk, it goes on by itself");
    }

    private void fault(String what) {
        if (!fault.equals(what)) {
            fault = what;
            log.error("Calls pass unscreened, because the journal takes no verdicts: {}", what);
        }
    }

    /** What is wrong with the journal and what to do about it; empty if all is well. */
    String fault() {
        return fault;
    }

    /**
     * @param records how many were written into the database
     * @param missingSoFar how many records could not be read back since the start
     */
    void taken(int records, long nanos, long missingSoFar) {
        takenIn.increment(records);
        intakeFault = "";
        intakes.record(nanos, TimeUnit.NANOSECONDS);
        if (missingSoFar > missing) {
            lost.increment((double) (missingSoFar - missing));
            log.error(
                    "The journal is damaged: {} records that were written are lost. Check the disk and the kernel log.",
                    missingSoFar - missing);
            missing = missingSoFar;
        }
    }

    /** The database did not take records in; they are tried again. */
    void intakeFailed(Exception cause) {
        if (intakeFault.isEmpty()) {
            log.error(
                    "The database does not take the journal in, it is tried again until it does: {}",
                    cause.getMessage());
        }
        intakeFault = String.valueOf(cause.getMessage());
    }

    /** Why the database does not take records in; empty if it does. */
    String intakeFault() {
        return intakeFault;
    }

    /** Records that cannot be taken in. */
    void unknown(int records) {
        lost.increment(records);
    }
}
