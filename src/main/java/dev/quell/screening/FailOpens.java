package dev.quell.screening;

import dev.quell.call.LogPace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets calls pass when a part fails: counts it under {@code quell.failopen{reason}} and logs what to do. The log is cut to {@value #LINES_PER_SECOND}
 * lines a second, so that a full disk is not made fuller by telling of it; the count is whole.
 */
@Component
public final class FailOpens {

    static final int LINES_PER_SECOND = 10;

    private static final Logger LOG = LoggerFactory.getLogger(FailOpens.class);

    private final MeterRegistry meters;
    private final LogPace pace;
    private final Clock clock;
    private final Map<String, FailOpen> last = new ConcurrentHashMap<>();

    /** Counts in a registry. */
    public FailOpens(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.pace = new LogPace(LINES_PER_SECOND, clock);
        this.clock = clock;
    }

    /** Counts one. */
    public void count(String reason) {
        meters.counter("quell.failopen", "reason", reason).increment();
        Instant now = clock.instant();
        last.compute(reason, (each, before) -> before == null ? new FailOpen(reason, now, 1) : before.again(now));
    }

    /** Each reason that was counted here since the start, the newest first. */
    public List<FailOpen> last() {
        return last.values().stream()
                .sorted(Comparator.comparing(FailOpen::last).reversed().thenComparing(FailOpen::reason))
                .toList();
    }

    /** Counts one and logs it in a line with what to do about it. */
    public void report(String reason, String remedy) {
        count(reason);
        int unsaid = pace.next();
        if (unsaid != LogPace.LEFT_OUT) {
            LOG.error("fail-open ({}): {}{}", reason, remedy, others(unsaid));
        }
    }

    /** Counts one and logs it with what to do about it and the failure. */
    public void report(String reason, String remedy, Throwable failure) {
        count(reason);
        int unsaid = pace.next();
        if (unsaid != LogPace.LEFT_OUT) {
            LOG.error("fail-open ({}): {}{}", reason, remedy, others(unsaid), failure);
        }
    }

    private static String others(int unsaid) {
        return unsaid == 0 ? "" : "; " + unsaid + " more were not logged";
    }

    /** What a part answers, or the substitute if it fails. */
    public <T> T orElse(String reason, Supplier<T> part, T substitute, String remedy) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            report(reason, remedy, e);
            return substitute;
        }
    }

    /** Does something that no call must suffer from. */
    public void guard(String reason, Runnable part, String remedy) {
        try {
            part.run();
        } catch (RuntimeException e) {
            report(reason, remedy, e);
        }
    }
}
