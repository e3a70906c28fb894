package dev.quell.storage.sqlite;

import dev.quell.call.Printable;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the writer does, counted: {@code quell.storage.writes} by result, group sizes, commit times, and how many wait. */
final class WriterMetrics {

    private static final int SHOWN = 300;

    private static final Logger log = LoggerFactory.getLogger(WriterMetrics.class);
    private static final String WRITES = "quell.storage.writes";

    private final MeterRegistry registry;
    private final DistributionSummary groups;
    private final Timer commits;
    private volatile String fault = "";

    WriterMetrics(MeterRegistry registry, Queue<?> queue) {
        this.registry = registry;
        this.groups = registry.summary("quell.storage.group");
        this.commits = registry.timer("quell.storage.commit");
        registry.gauge("quell.storage.waiting", queue, Queue::size);
    }

    /** A group was dealt with: what was written is counted, and what was not, with its cause. */
    void group(List<Pending<?>> group, long nanos) {
        groups.record(group.size());
        commits.record(nanos, TimeUnit.NANOSECONDS);
        int written = 0;
        boolean storeFailed = false;
        for (Pending<?> pending : group) {
            Throwable failure = pending.failure();
            if (failure == null) {
                written++;
            } else {
                storeFailed |= failed(failure);
            }
        }
        registry.counter(WRITES, "result", "written", "fault", "NONE").increment(written);
        if (written > 0 && !storeFailed) {
            well();
        }
    }

    void rejected() {
        count("rejected", "QUEUE_FULL");
        fault("more changes wait than the writer may hold; is the disk slow?");
    }

    private boolean failed(Throwable failure) {
        SqliteFault known = SqliteFault.of(failure);
        count("failed", known.name());
        if (known.ofTheStore()) {
            fault(known.advice());
        } else {
            log.warn("A change was refused by the database and is lost: {}", reason(failure));
        }
        return known.ofTheStore();
    }

    /** What the driver says, in one line: the messages around it repeat the statement. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Printable.of(String.valueOf(cause.getMessage()), SHOWN);
    }

    private void well() {
        if (!fault.isEmpty()) {
            fault = "";
            log.info("The database takes changes again");
        }
    }

    String fault() {
        return fault;
    }

    private void count(String result, String cause) {
        registry.counter(WRITES, "result", result, "fault", cause).increment();
    }

    private void fault(String advice) {
        if (!fault.equals(advice)) {
            fault = advice;
            log.error(
                    "The database takes no changes; verdicts wait in the journal, and what agents and people change is refused: {}",
                    advice);
        }
    }
}
