package dev.quell.storage.memory.packed;

import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Packs callers' records and unpacks them, and takes calls in as {@link CallerRecord} does while only the newest are unpacked. Nothing is lost but what is
 * finer than a millisecond. A record is the number of its calls and whether there are flags, the flags, then the calls, the newest first, each with
 * its distance in time from the one before.
 */
public final class CallerPacker {

    private static final byte[] STRANGER = {};
    private static final long ORIGIN = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final CallCode calls = new CallCode();
    private final FlagCode flags = new FlagCode();

    /** Packs a record; one without calls and flags has no bytes. */
    public byte[] pack(CallerRecord caller) {
        if (caller.calls().isEmpty() && caller.flags().isEmpty()) {
            return STRANGER;
        }
        PackWriter out = new PackWriter();
        header(caller.calls().size(), caller.flags(), out);
        write(caller.calls(), out);
        return out.bytes();
    }

    private void header(int count, List<PastFlag> standing, PackWriter out) {
        out.number((long) count << 1 | (standing.isEmpty() ? 0 : 1));
        if (!standing.isEmpty()) {
            flags.write(standing, out);
        }
    }

    /** The arrival of the oldest call, of which the next one's distance is told. */
    private long write(List<PastCall> oldestFirst, PackWriter out) {
        long before = ORIGIN;
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            PastCall call = oldestFirst.get(i);
            long at = call.arrivedAt().toEpochMilli();
            calls.write(call, out.signed(before - at));
            before = at;
        }
        return before;
    }

    /** Unpacks a record. */
    public CallerRecord unpack(byte[] packed) {
        if (packed.length == 0) {
            return new CallerRecord(List.of(), List.of());
        }
        PackReader in = new PackReader(packed);
        long header = in.number();
        List<PastFlag> standing = standing(header, in);
        PastCall[] oldestFirst = new PastCall[(int) (header >>> 1)];
        long at = ORIGIN;
        for (int i = oldestFirst.length - 1; i >= 0; i--) {
            at -= in.signed();
            oldestFirst[i] = calls.read(at, in);
        }
        return new CallerRecord(List.of(oldestFirst), standing);
    }

    private List<PastFlag> standing(long header, PackReader in) {
        return (header & 1) == 0 ? List.of() : flags.read(in);
    }

    /** See {@link CallerRecord#arrived}. */
    public byte[] arrived(byte[] packed, IncomingCall call, Set<Disturbance> disturbances) {
        return changed(packed, call, caller -> caller.arrived(call, disturbances));
    }

    /** See {@link CallerRecord#ended}. */
    public byte[] ended(
            byte[] packed,
            IncomingCall call,
            Instant endedAt,
            Duration answered,
            HangupSide side,
            CallOutcome outcome,
            Set<Conduct> conduct) {
        return changed(packed, call, caller -> caller.ended(call, endedAt, answered, side, outcome, conduct));
    }

    /** A change looks at no call that arrived longer than {@link CallerRecord#SAME_CALL} before the call it is about: those stay packed. */
    private byte[] changed(byte[] packed, IncomingCall call, UnaryOperator<CallerRecord> change) {
        if (packed.length == 0) {
            return pack(change.apply(unpack(packed)));
        }
        Split split = split(packed, call.arrivedAt().getEpochSecond() - CallerRecord.SAME_CALL.toSeconds());
        CallerRecord before = new CallerRecord(split.newest.reversed(), split.flags);
        CallerRecord after = change.apply(before);
        return after.equals(before) ? packed : join(after, split, packed);
    }

    /** @param older how many calls stay packed; the first of them arrived at {@code olderAt} and goes on at {@code place} */
    private record Split(List<PastCall> newest, List<PastFlag> flags, int older, long olderAt, int place) {}

    private Split split(byte[] packed, long second) {
        PackReader in = new PackReader(packed);
        long header = in.number();
        List<PastFlag> standing = standing(header, in);
        List<PastCall> newest = new ArrayList<>();
        int left = (int) (header >>> 1);
        long at = ORIGIN;
        for (; left > 0; left--) {
            at -= in.signed();
            if (Math.floorDiv(at, 1000) < second) {
                break;
            }
            newest.add(calls.read(at, in));
        }
        return new Split(newest, standing, left, at, in.place());
    }

    private byte[] join(CallerRecord newest, Split split, byte[] packed) {
        int kept =
                Math.min(split.older, CallerProfile.MAX_CALLS - newest.calls().size());
        PackWriter out = new PackWriter();
        header(newest.calls().size() + kept, split.flags, out);
        long before = write(newest.calls(), out);
        if (kept > 0) {
            out.signed(before - split.olderAt).copy(packed, split.place, end(packed, split, kept));
        }
        return out.bytes();
    }

    private static int end(byte[] packed, Split split, int kept) {
        if (kept == split.older) {
            return packed.length;
        }
        PackReader in = new PackReader(packed, split.place);
        CallCode.skip(in);
        for (int i = 1; i < kept; i++) {
            in.skip(1);
            CallCode.skip(in);
        }
        return in.place();
    }
}
