package dev.quell.report;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the facts of one source. */
final class SourceTally {

    private static final Set<WayStep> TREATMENTS =
            Set.of(WayStep.CHALLENGE, WayStep.LISTEN, WayStep.DETER, WayStep.REJECT);

    private final String source;
    private final Map<CallClass, Long> classes = new EnumMap<>(CallClass.class);
    private final Map<CallOutcome, Long> outcomes = new EnumMap<>(CallOutcome.class);
    private final Map<WayStep, Long> treatments = new EnumMap<>(WayStep.class);
    private final Set<String> lines = new LinkedHashSet<>();
    private long calls;
    private long unscreened;
    private long blocks;
    private long flags;
    private @Nullable Instant first;
    private @Nullable Instant last;

    SourceTally(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    void add(SourceFact fact) {
        switch (fact) {
            case SourceFact.Called called -> add(called);
            case SourceFact.Flagged flagged -> flags++;
            case SourceFact.Blocked blocked -> blocks++;
        }
    }

    private void add(SourceFact.Called called) {
        calls++;
        called.callClass().ifPresentOrElse(callClass -> classes.merge(callClass, 1L, Long::sum), () -> unscreened++);
        outcomes.merge(called.outcome(), 1L, Long::sum);
        called.way().stream().filter(TREATMENTS::contains).forEach(step -> treatments.merge(step, 1L, Long::sum));
        if (lines.size() < SourceRow.MOST_LINES) {
            lines.add(called.line());
        }
        first = first == null || called.at().isBefore(first) ? called.at() : first;
        last = last == null || called.at().isAfter(last) ? called.at() : last;
    }

    SourceRow row() {
        return new SourceRow(
                source,
                calls,
                unscreened,
                classes,
                outcomes,
                treatments,
                blocks,
                flags,
                lines.size(),
                lines.stream().limit(SourceRow.SHOWN_LINES).toList(),
                Optional.ofNullable(first),
                Optional.ofNullable(last));
    }
}
