package dev.quell.screening.book;

import dev.quell.call.WayStep;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Standard;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes each call's two log lines and counts it: verdicts, time, treatments, outcomes. */
@Component
final class CallReporter {

    private static final Logger CALLS = LoggerFactory.getLogger("quell.calls");
    static final Set<WayStep> TREATMENTS = Set.of(WayStep.CHALLENGE, WayStep.LISTEN, WayStep.DETER, WayStep.REJECT);

    private final MeterRegistry meters;
    private final Standard standard;

    CallReporter(MeterRegistry meters, Classifier classifier) {
        this.meters = meters;
        this.standard = classifier.standard();
    }

    @EventListener
    void on(CallScreened call) {
        CALLS.info("{}", CallLines.screened(call, standard));
        meters.counter(
                        "quell.verdicts",
                        "action",
                        call.verdict().action().name(),
                        "applied",
                        call.applied().name(),
                        "class",
                        call.verdict().callClass().name())
                .increment();
        meters.timer("quell.verdict.time").record(call.took());
    }

    @EventListener
    void on(CallConcluded call) {
        CALLS.info("{}", CallLines.ended(call));
        meters.counter("quell.outcomes", "outcome", call.outcome().name()).increment();
        List<WayStep> way = call.ended().way();
        for (int i = 0; i < way.size(); i++) {
            WayStep step = way.get(i);
            if (TREATMENTS.contains(step)) {
                String end = i + 1 < way.size() ? way.get(i + 1).name() : "NONE";
                meters.counter("quell.treatments", "way", step.name(), "end", end)
                        .increment();
            }
            if (step.failOpen()) {
                meters.counter("quell.failopen", "reason", reason(step)).increment();
            }
        }
    }

    static String reason(WayStep step) {
        return "dialplan-" + step.name().substring("UNSCREENED_".length()).toLowerCase(Locale.ROOT);
    }
}
