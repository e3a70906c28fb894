package dev.quell.screening;

import dev.quell.call.LogPace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
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

    /** Counts in a registry. */
    public FailOpens(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.pace = new LogPace(LINES_PER_SECOND, clock);
    }

    /** Counts one. */
    public void count(String reason) {
        meters.counter("quell.failopen", "reason", reason).increment();
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
