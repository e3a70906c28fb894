package dev.quell.backtest.result;

import java.util.List;
import java.util.Optional;

/**
 * What one choice of settings would have done.
 *
 * @param settings their name: {@code present}, or the file's name
 * @param version of rules and settings
 * @param calls all calls; for counts the callers' last ones
 * @param callers all callers that can be told apart
 * @param actions one row an action, from PASS to REJECT
 * @param classes one row a class that occurred, NORMAL first
 * @param floorCalls calls that the safety floor let pass with a tag
 * @param blocks blocks that would have been made
 * @param blockedCallers callers who would have been blocked at least once
 * @param days the actions of each day with calls, in the order of time; empty for counts
 * @param measured figures against labels; empty if there are none
 */
public record Run(
        String settings,
        String version,
        long calls,
        long callers,
        List<ActionRow> actions,
        List<ClassRow> classes,
        long floorCalls,
        long blocks,
        long blockedCallers,
        List<DayRow> days,
        Optional<Measured> measured) {

    public Run {
        actions = List.copyOf(actions);
        classes = List.copyOf(classes);
        days = List.copyOf(days);
    }

    /** Without days. */
    public Run(
            String settings,
            String version,
            long calls,
            long callers,
            List<ActionRow> actions,
            List<ClassRow> classes,
            long floorCalls,
            long blocks,
            long blockedCallers,
            Optional<Measured> measured) {
        this(
                settings,
                version,
                calls,
                callers,
                actions,
                classes,
                floorCalls,
                blocks,
                blockedCallers,
                List.of(),
                measured);
    }
}
