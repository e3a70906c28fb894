package dev.quell.web.treatments;

import dev.quell.call.CallSettings;
import dev.quell.call.Switches;
import dev.quell.treatment.script.Script;
import dev.quell.treatment.script.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How callers are handled.
 *
 * @param lines by name, all other numbers last
 * @param scripts what callers of each treatment meet, step by step
 * @param queues the deterrent queue of each Asterisk
 */
record TreatmentsView(List<LineView> lines, List<ScriptView> scripts, List<QueueView> queues) {

    /**
     * A line.
     *
     * @param name absent for all numbers that no other line means
     * @param numbers called, or how they begin
     */
    record LineView(@Nullable String name, List<String> numbers, String profile, String listen, String blocked) {}

    /** A treatment's steps. */
    record ScriptView(Script.Kind kind, List<StepView> steps) {
        static ScriptView of(Script script) {
            return new ScriptView(
                    script.kind(), script.stages().stream().map(StepView::of).toList());
        }
    }

    /**
     * A step.
     *
     * @param prompt what is played; absent if nothing is
     * @param time how long it waits, or after how long it comes; absent if neither
     */
    record StepView(
            Stage.What what,
            @Nullable String prompt,
            @Nullable Duration time) {
        static StepView of(Stage stage) {
            return new StepView(
                    stage.what(),
                    stage.prompt().isEmpty() ? null : stage.prompt(),
                    stage.time().isZero() ? null : stage.time());
        }
    }

    /**
     * A deterrent queue.
     *
     * @param connected whether its Asterisk is seen
     * @param waiting callers in it; absent if that is not known
     * @param room how many may be in it; absent if that is not known or has no limit
     */
    record QueueView(
            String server,
            String name,
            boolean connected,
            @Nullable Integer waiting,
            @Nullable Integer room) {
        static QueueView of(Switches.State state) {
            return new QueueView(
                    state.server(),
                    state.deterrentQueue(),
                    state.connected(),
                    state.waiting().isPresent() ? state.waiting().getAsInt() : null,
                    state.room().isPresent() ? state.room().getAsInt() : null);
        }
    }

    /** Each line, the rest last. */
    static List<LineView> lines(CallSettings calls) {
        List<LineView> all = new ArrayList<>();
        calls.lines()
                .forEach((name, line) -> all.add(new LineView(
                        name, line.numbers(), word(line.profile()), word(line.listen()), word(line.blocked()))));
        CallSettings.DefaultLine rest = calls.defaultLine();
        all.add(new LineView(null, List.of("*"), word(rest.profile()), word(rest.listen()), word(rest.blocked())));
        return all;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
