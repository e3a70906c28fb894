package dev.quell.console.evidence;

import dev.quell.call.Printable;
import dev.quell.evidence.desk.PackWork;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.List;

/**
 * Work on a pack as the page shows it.
 *
 * @param kind MAKE or CHECK
 * @param state RUNNING, DONE or FAILED
 * @param note the block of the pack's note; 0 while it is being made
 * @param fault why it failed, in English; empty if it did not
 * @param holds whether a pack that was checked is as it was made
 * @param faults what does not hold, in English
 */
public record WorkView(
        String kind,
        String state,
        long note,
        String source,
        String by,
        Instant startedAt,
        int done,
        int calls,
        String fault,
        boolean holds,
        List<String> faults) {
    private static final int LONGEST = 300;

    public WorkView {
        faults = List.copyOf(faults);
    }

    /** Shows it to the reader. */
    static WorkView of(PackWork work) {
        List<String> faults = work.findings().stream()
                .filter(finding -> !finding.holds())
                .map(PackFinding::sentence)
                .map(sentence -> Masking.text(Printable.of(sentence, LONGEST)))
                .toList();
        return new WorkView(
                work.kind().name(),
                work.state().name(),
                work.note(),
                SourceField.shown(work.source()),
                Printable.of(work.by(), LONGEST),
                work.startedAt(),
                work.done(),
                work.calls(),
                Masking.text(Printable.of(work.fault(), LONGEST)),
                !work.findings().isEmpty() && faults.isEmpty(),
                faults);
    }

    /** Whether it still goes on. */
    public boolean running() {
        return state.equals("RUNNING");
    }
}
