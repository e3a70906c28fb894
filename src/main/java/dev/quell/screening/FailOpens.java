package dev.quell.screening;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets calls pass when a part fails: counts it under {@code quell.failopen{reason}} and logs what to do. */
@Component
public final class FailOpens {

    private static final Logger LOG = LoggerFactory.getLogger(FailOpens.class);

    private final MeterRegistry meters;

    /** Counts in a registry. */
    public FailOpens(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts one. */
    public void count(String reason) {
        meters.counter("quell.failopen", "reason", reason).increment();
    }

    /** Counts one and logs it in a line with what to do about it. */
    public void report(String reason, String remedy) {
        count(reason);
        LOG.error("fail-open ({}): {}", reason, remedy);
    }

    /** Counts one and logs it with what to do about it and the failure. */
    public void report(String reason, String remedy, Throwable failure) {
        count(reason);
        LOG.error("fail-open ({}): {}", reason, remedy, failure);
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
