package dev.quell.traffic;

import dev.quell.traffic.TrafficLog.FlaggedCall;
import dev.quell.traffic.number.CallerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Brings a watch up to date from the log, in the order of time. Who has not called before is told by a Bloom filter of 8 MB: of a million callers one in a
 * thousand is taken for known by mistake.
 */
public final class WarmStart {

    /** How far back a watch remembers. */
    public static final Duration MEMORY = Duration.ofDays(30);

    private static final int SEEN_BITS = 1 << 26;
    private static final Duration PART = Duration.ofDays(1);

    private final TrafficWatch watch;
    private final TrafficLog log;
    private final BitSet seen = new BitSet(SEEN_BITS);
    private final PriorityQueue<ConcludedCall> ends = new PriorityQueue<>(Comparator.comparing(ConcludedCall::at));
    private final PriorityQueue<FlaggedCall> flags = new PriorityQueue<>(Comparator.comparing(FlaggedCall::at));
    private long calls;

    /** From a log into a watch that nothing was told yet. */
    public WarmStart(TrafficWatch watch, TrafficLog log) {
        this.watch = watch;
        this.log = log;
    }

    /**
     * Reads day by day.
     *
     * @param progress told the share that is done, 0 to 1
     * @return how many calls there were
     */
    public long read(Instant now, DoubleConsumer progress) {
        Instant begin = now.minus(MEMORY);
        Consumer<ConcludedCall> each = call -> arrived(call, now);
        for (Instant day = begin; day.isBefore(now); day = day.plus(PART)) {
            Instant end = day.plus(PART).isBefore(now) ? day.plus(PART) : now;
            log.flags(day, end, flags::add);
            log.calls(day, end, each);
            tellUntil(end);
            progress.accept((double) Duration.between(begin, end).toMillis() / (double) MEMORY.toMillis());
        }
        return calls;
    }

    private void arrived(ConcludedCall call, Instant now) {
        tellUntil(call.arrivedAt());
        calls++;
        watch.arrives(call.caller(), call.trunk(), call.line(), call.arrivedAt(), stranger(call));
        if (call.at().isBefore(now)) {
            ends.add(call);
        }
    }

    private void tellUntil(Instant moment) {
        while (!ends.isEmpty() && !ends.peek().at().isAfter(moment)) {
            watch.concluded(ends.poll());
        }
        while (!flags.isEmpty() && !flags.peek().at().isAfter(moment)) {
            FlaggedCall flag = flags.poll();
            watch.flagged(flag.caller(), flag.trunk(), flag.at());
        }
    }

    private boolean stranger(ConcludedCall call) {
        if (!call.caller().identifies()) {
            return true;
        }
        long mixed = CallerKey.mix(CallerKey.of(call.caller()));
        int one = (int) mixed & (SEEN_BITS - 1);
        int two = (int) (mixed >>> 32) & (SEEN_BITS - 1);
        boolean known = seen.get(one) && seen.get(two);
        seen.set(one);
        seen.set(two);
        return !known;
    }
}
