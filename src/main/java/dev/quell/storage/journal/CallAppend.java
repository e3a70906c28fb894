package dev.quell.storage.journal;

import dev.quell.call.CallerNumber;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.CallRows;
import dev.quell.storage.journal.segment.Append;
import org.jspecify.annotations.Nullable;

/** A verdict or an end on its way through the journal into the database. */
final class CallAppend extends Append {

    private final RecentCalls recent;
    private final @Nullable CallScreened screened;
    private final @Nullable CallConcluded concluded;
    private final long since = System.nanoTime();

    private CallAppend(
            RecordKind kind,
            Packer packed,
            RecentCalls recent,
            @Nullable CallScreened screened,
            @Nullable CallConcluded concluded) {
        super(kind.code(), packed.bytes(), packed.length());
        this.recent = recent;
        this.screened = screened;
        this.concluded = concluded;
    }

    static CallAppend of(CallScreened call, RecentCalls recent) {
        return new CallAppend(RecordKind.SCREENED, packed(call), recent, call, null);
    }

    static CallAppend of(CallConcluded call, RecentCalls recent) {
        Packer packer = new Packer();
        CallRows.concluded(call, packer);
        return new CallAppend(RecordKind.CONCLUDED, packer, recent, null, call);
    }

    /** A verdict as for {@link #of(CallScreened, RecentCalls)} that will not be taken in. */
    static CallAppend rehearsing(CallScreened call, RecentCalls recent) {
        return new CallAppend(RecordKind.REHEARSED, packed(call), recent, null, null);
    }

    private static Packer packed(CallScreened call) {
        Packer packer = new Packer();
        CallRows.screened(call, packer);
        return packer;
    }

    @Override
    protected void notKept() {
        recent.drop(this);
    }

    /** The verdict; null if it is none. */
    @Nullable
    CallScreened screened() {
        return screened;
    }

    /** The end; null if it is none. */
    @Nullable
    CallConcluded concluded() {
        return concluded;
    }

    /** Who called; null for a rehearsal and for a caller who is not known. */
    @Nullable
    CallerNumber caller() {
        @Nullable
        CallerNumber caller =
                screened != null ? screened.call().caller() : concluded != null ? concluded.caller() : null;
        return caller != null && caller.identifies() ? caller : null;
    }

    /** When it was made, of {@link System#nanoTime}. */
    long since() {
        return since;
    }
}
