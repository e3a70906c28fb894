package dev.quell.screening.book;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the meters of calls before the first call, at zero: an alarm on a rate sees the first fail-open only if the meter was there before it. Verdicts
 * have one meter for each action and class that go together at first; other pairs come with their first call.
 */
@Component
final class MetersAtZero {
    private static final List<String> FAIL_OPENS = List.of(
            "blocklist",
            "classifier",
            "ended",
            "event",
            "hindsight",
            "history",
            "internal",
            "journal",
            "occupancy",
            "strikes",
            "traffic");

    MetersAtZero(MeterRegistry meters) {
        for (Action action : Action.values()) {
            verdict(meters, action, action);
            verdict(meters, action, Action.PASS);
        }
        meters.timer("quell.verdict.time");
        for (WayStep treatment : CallReporter.TREATMENTS) {
            meters.counter("quell.treatments", "way", treatment.name(), "end", "NONE");
        }
        for (CallOutcome outcome : CallOutcome.values()) {
            meters.counter("quell.outcomes", "outcome", outcome.name());
        }
        FAIL_OPENS.forEach(reason -> meters.counter("quell.failopen", "reason", reason));
        Arrays.stream(WayStep.values())
                .filter(WayStep::failOpen)
                .forEach(step -> meters.counter("quell.failopen", "reason", CallReporter.reason(step)));
    }

    private static void verdict(MeterRegistry meters, Action action, Action applied) {
        meters.counter(
                "quell.verdicts", "action", action.name(), "applied", applied.name(), "class", CallClass.NORMAL.name());
    }
}
