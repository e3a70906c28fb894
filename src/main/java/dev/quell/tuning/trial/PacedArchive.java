package dev.quell.tuning.trial;

import dev.quell.backtest.CallArchive;
import dev.quell.blocklist.ListEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Records that are read an hour at a time, so that no read holds the database's past for long, and with pauses, so that a verdict always finds a processor.
 */
final class PacedArchive implements CallArchive {

    private static final Duration PORTION = Duration.ofHours(1);
    private static final int EVERY = 200;

    private final CallArchive records;
    private final ObjLongConsumer<Instant> progress;
    private long read;
    private long since = System.nanoTime();

    /** @param progress told every so often when the last call arrived and how many were read; what it throws ends the reading */
    PacedArchive(CallArchive records, ObjLongConsumer<Instant> progress) {
        this.records = records;
        this.progress = progress;
    }

    @Override
    public void calls(Instant from, Instant to, Consumer<PastCall> reader) {
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(PORTION)) {
            Instant end = begin.plus(PORTION);
            records.calls(begin, end.isBefore(to) ? end : to, call -> {
                reader.accept(call);
                if (++read % EVERY == 0) {
                    rest(call.call().arrivedAt());
                }
            });
            progress.accept(begin, read);
        }
    }

    /** As long a pause as was worked. */
    private void rest(Instant reached) {
        progress.accept(reached, read);
        LockSupport.parkNanos(System.nanoTime() - since);
        since = System.nanoTime();
    }

    @Override
    public List<PastFlag> flags(Instant from, Instant to) {
        return records.flags(from, to);
    }

    @Override
    public List<ListEntry> entries() {
        return records.entries();
    }

    @Override
    public List<Known> known() {
        return records.known();
    }
}
