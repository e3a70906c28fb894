package dev.quell.console.treatments;

import dev.quell.doctor.SelfCheck;
import dev.quell.doctor.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * A look at the Asterisks as the page shows it.
 *
 * @param state {@code RUNNING}, {@code DONE}, {@code LATE} or {@code FAILED}
 */
public record CheckView(String state, Instant startedAt, List<FindingView> findings) {

    static CheckView of(SelfCheck.Look look) {
        return new CheckView(
                look.state().name(),
                look.startedAt(),
                look.findings().stream().map(FindingView::of).toList());
    }

    /** Whether it still looks. */
    public boolean running() {
        return state.equals("RUNNING");
    }

    /**
     * One finding.
     *
     * @param found in English words
     * @param todo what to do or to type; empty if nothing
     */
    public record FindingView(String check, String level, String found, String todo) {

        static FindingView of(Finding finding) {
            return new FindingView(finding.check(), finding.level().name(), finding.found(), finding.todo());
        }
    }
}
