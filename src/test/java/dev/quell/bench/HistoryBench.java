package dev.quell.bench;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Profile;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.Standing;
import dev.quell.storage.memory.packed.CallerPacker;
import dev.quell.testing.CallBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a caller's packed record costs at a question and at a call, beside a plain walk over the same calls and beside the record unpacked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistoryBench {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration MEMORY = Duration.ofDays(90);
    private static final Duration SPACING = Duration.ofDays(7);
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final List<CallOutcome> OUTCOMES = List.of(
            CallOutcome.SILENT, CallOutcome.SPOKE, CallOutcome.SHORT, CallOutcome.ABANDONED, CallOutcome.SILENT);

    /** Earlier calls of the caller: of a stranger, of most callers, of a busy one, of one with as many as are remembered. */
    @Param({"0", "2", "20", "500"})
    public int calls;

    private final CallerPacker packer = new CallerPacker();
    private CallerRecord plain;
    private byte[] packed;
    private CachedCallerHistory history;
    private IncomingCall next;

    /** Puts the caller's calls together. */
    @Setup
    public void prepare() {
        plain = new CallerRecord(past(), List.of());
        packer.pack(plain);
        packed = packer.pack(plain);
        next = CallBuilder.aCall().at(NOW);
        history = new CachedCallerHistory(
                new PastCalls() {
                    @Override
                    public List<PastCall> calls(CallerNumber caller, Instant from) {
                        return plain.calls();
                    }

                    @Override
                    public List<PastFlag> flags(CallerNumber caller, Instant from) {
                        return plain.flags();
                    }
                },
                Standing.none(),
                MEMORY,
                SPACING,
                1 << 30);
    }

    /** The baseline: reads when each call came. */
    @Benchmark
    public long plainWalk() {
        long sum = 0;
        for (PastCall past : plain.calls()) {
            sum += past.arrivedAt().toEpochMilli();
        }
        return sum;
    }

    /** The question, were the record not packed. */
    @Benchmark
    public CallerProfile plainQuestion() {
        return plain.asOf(NOW, MEMORY, SPACING, Set.of());
    }

    /** The question as it is asked for each call. */
    @Benchmark
    public CallerProfile question() {
        return history.of(CALLER, NOW);
    }

    /** Packing, as after a load from the stores. */
    @Benchmark
    public byte[] pack() {
        return packer.pack(plain);
    }

    /** One call more, were the record not packed. */
    @Benchmark
    public CallerRecord plainArrival() {
        return plain.arrived(next, Set.of());
    }

    /** One call more. */
    @Benchmark
    public byte[] arrival() {
        return packer.arrived(packed, next, Set.of());
    }

    /** A call every 40 minutes, which 500 of take two weeks, to five lines in turn. */
    private List<PastCall> past() {
        List<PastCall> history = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            history.add(past(i));
        }
        return history;
    }

    private PastCall past(int nth) {
        CallOutcome outcome = OUTCOMES.get(nth % OUTCOMES.size());
        Instant at = NOW.minus(Duration.ofMinutes(40L * (calls - nth)).plusSeconds(nth % 7));
        return new PastCall(
                new CallId("pbx", at.getEpochSecond() + "." + nth),
                at,
                "400" + nth % 5,
                Profile.STANDARD,
                "carrier",
                "198.51.100.7|Dialler/2.1|alaw",
                Attestation.NONE,
                Duration.ofSeconds(12),
                Duration.ofSeconds(10),
                HangupSide.CALLER,
                outcome,
                outcome == CallOutcome.SHORT ? Set.of(Conduct.HUNG_UP_ON_VOICE) : Set.of());
    }
}
