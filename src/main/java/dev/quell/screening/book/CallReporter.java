package dev.quell.screening.book;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Standard;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.ScreenedListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes each call's two log lines and counts it: verdicts, time, treatments, outcomes. */
@Component
final class CallReporter implements ScreenedListener {

    private static final Logger CALLS = LoggerFactory.getLogger("quell.calls");
    static final Set<WayStep> TREATMENTS = Set.of(WayStep.CHALLENGE, WayStep.LISTEN, WayStep.DETER, WayStep.REJECT);

    private record Kind(Action action, Action applied, CallClass callClass) {}

    private final MeterRegistry meters;
    private final Timer verdictTime;
    private final Classifier classifier;
    private volatile Alternatives alternatives;
    private final Map<Kind, Counter> verdicts = new ConcurrentHashMap<>();
    private final Map<CallOutcome, Counter> outcomes = new EnumMap<>(CallOutcome.class);

    CallReporter(MeterRegistry meters, Classifier classifier) {
        this.meters = meters;
        this.verdictTime = meters.timer("quell.verdict.time");
        this.classifier = classifier;
        this.alternatives = new Alternatives(classifier.standard());
        for (CallOutcome outcome : CallOutcome.values()) {
            outcomes.put(outcome, meters.counter("quell.outcomes", "outcome", outcome.name()));
        }
    }

    @Override
    public void screened(CallScreened call) {
        if (CALLS.isInfoEnabled()) {
            CALLS.info("{}", CallLines.screened(call, alternatives()));
        }
        verdicts.computeIfAbsent(
                        new Kind(
                                call.verdict().action(),
                                call.applied(),
                                call.verdict().callClass()),
                        this::counter)
                .increment();
        verdictTime.record(call.took());
    }

    /** Those of the rules that decide now. */
    private Alternatives alternatives() {
        Standard now = classifier.standard();
        Alternatives known = alternatives;
        if (known.standard().catalogue() != now.catalogue()) {
            known = new Alternatives(now);
            alternatives = known;
        }
        return known;
    }

    private Counter counter(Kind kind) {
        return meters.counter(
                "quell.verdicts",
                "action",
                kind.action.name(),
                "applied",
                kind.applied.name(),
                "class",
                kind.callClass.name());
    }

    @EventListener
    void on(CallConcluded call) {
        if (CALLS.isInfoEnabled()) {
            CALLS.info("{}", CallLines.ended(call));
        }
        Objects.requireNonNull(outcomes.get(call.outcome())).increment();
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
