package dev.quell.tuning.trial;

import dev.quell.backtest.CallArchive;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallerNumber;
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
    private final int sample;
    private long read;
    private long seen;
    private long since = System.nanoTime();

    /**
     * Over records.
     *
     * @param sample of so many callers one is read, with all calls of that one; withheld calls are each a caller's
     * @param progress told every so often when the last call arrived and how many were read; what it throws ends the reading
     */
    PacedArchive(CallArchive records, int sample, ObjLongConsumer<Instant> progress) {
        this.records = records;
        this.sample = sample;
        this.progress = progress;
    }

    @Override
    public void calls(Instant from, Instant to, Consumer<PastCall> reader) {
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(PORTION)) {
            Instant end = begin.plus(PORTION);
            records.calls(begin, end.isBefore(to) ? end : to, call -> {
                if (isMeant(call)) {
                    read++;
                    reader.accept(call);
                }
                if (++seen % EVERY == 0) {
                    rest(call.call().arrivedAt());
                }
            });
            progress.accept(begin, read);
        }
    }

    private boolean isMeant(PastCall call) {
        CallerNumber caller = call.call().caller();
        Object who = caller.identifies() ? caller.key() : call.call().id();
        // Spread: neighbouring numbers have neighbouring hashes.
        return sample == 1 || Math.floorMod(Integer.rotateRight(who.hashCode() * 0x9E3779B9, 15), sample) == 0;
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
