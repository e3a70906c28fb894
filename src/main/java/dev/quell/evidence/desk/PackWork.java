package dev.quell.evidence.desk;

import dev.quell.evidence.pack.PackFinding;
import java.time.Instant;
import java.util.List;

/**
 * Work on a pack, as it stands at one moment.
 *
 * @param kind what is done
 * @param note the block of the pack's note; 0 while it is being made
 * @param source whose calls, as lists write it
 * @param by the account that asked for it
 * @param startedAt when it began
 * @param done calls that are in the pack so far
 * @param calls how many it will hold; 0 if a pack is checked
 * @param fault why it failed, a sentence; empty if it did not
 * @param findings what the check of a pack found; empty before
 */
public record PackWork(
        Kind kind,
        long note,
        String source,
        String by,
        Instant startedAt,
        State state,
        int done,
        int calls,
        String fault,
        List<PackFinding> findings) {

    public PackWork {
        findings = List.copyOf(findings);
    }

    /** What is done. */
    public enum Kind {
        /** A pack is made. */
        MAKE,
        /** A pack that waits is checked. */
        CHECK
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** It came to nothing. */
        FAILED
    }

    /** Whether it still goes on. */
    public boolean running() {
        return state == State.RUNNING;
    }

    PackWork reached(int now) {
        return new PackWork(kind, note, source, by, startedAt, state, now, calls, fault, findings);
    }

    PackWork ended(long made, List<PackFinding> found) {
        return new PackWork(kind, made, source, by, startedAt, State.DONE, calls, calls, fault, found);
    }

    PackWork failed(String why) {
        return new PackWork(kind, note, source, by, startedAt, State.FAILED, done, calls, why, findings);
    }
}
