package dev.quell.storage.memory.table;

import dev.quell.call.CallerNumber;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Callers' packed records in bounded memory. A caller is loaded at the first question; a change that is told meanwhile is made to what was loaded, so none
 * is lost, and a load holds up only those who ask for that caller. A load that fails leaves nothing behind. Only callers that identify somebody are held.
 */
public final class CallerTable {

    private final ToIntFunction<CallerNumber> partOf;
    private final Part[] parts;

    /**
     * @param count of how many parts, each with a lock of its own
     * @param partOf to which of them a caller belongs, from 0
     * @param bytes about how much heap, all parts together
     */
    public CallerTable(int count, ToIntFunction<CallerNumber> partOf, long bytes) {
        this.partOf = partOf;
        this.parts =
                IntStream.range(0, count).mapToObj(_ -> new Part(bytes / count)).toArray(Part[]::new);
    }

    /**
     * A caller's record.
     *
     * @param stored asked, without any lock, if the record is not there and nobody is loading it; what it throws, all who wait for it get
     */
    public byte[] get(CallerNumber caller, Supplier<byte[]> stored) {
        return part(caller).get(CallerKey.of(caller), stored);
    }

    /** Changes the record of a caller who has called, if it is there or being loaded. */
    public void arrived(CallerNumber caller, UnaryOperator<byte[]> change) {
        part(caller).change(CallerKey.of(caller), change, true);
    }

    /** Changes a caller's record if it is there or being loaded. */
    public void changed(CallerNumber caller, UnaryOperator<byte[]> change) {
        part(caller).change(CallerKey.of(caller), change, false);
    }

    /** A caller is loaded anew at the next question, also if it is being loaded now. */
    public void forget(CallerNumber caller) {
        part(caller).forget(CallerKey.of(caller));
    }

    /** The same of all callers of a part, at once however many they are. */
    public void forgetPart(int part) {
        parts[part].forgetAll();
    }

    private Part part(CallerNumber caller) {
        return parts[partOf.applyAsInt(caller)];
    }

    /** What it holds and did up to now. */
    public TableFigures figures() {
        return Stream.of(parts).map(Part::figures).reduce(TableFigures.NONE, TableFigures::plus);
    }
}
