package dev.quell.storage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * What retention could not delete when it ran last, why, and since when: its health, and the gauge {@code quell.retention.standing}, seconds. DEGRADED at worst:
 * calls are screened, and the disk fills.
 */
@Component("retentionHealth")
final class RetentionState implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(RetentionState.class);
    private static final Status DEGRADED = new Status(
            "DEGRADED", "calls are screened; some records are kept longer than they may be, and the disk fills");

    private volatile Standing standing = new Standing(Map.of(), null, Duration.ZERO);

    RetentionState(MeterRegistry registry) {
        Gauge.builder("quell.retention.standing", this, state ->
                        (double) state.standing.lasting().toSeconds())
                .description("for how long not all kinds of records could be deleted when their time was over")
                .baseUnit("seconds")
                .register(registry);
    }

    /**
     * What does not go.
     *
     * @param faults a sentence by kind of records
     * @param since the first run in which something did not go; null if all goes
     * @param lasting from then to the last run
     */
    private record Standing(
            Map<String, String> faults, @Nullable Instant since, Duration lasting) {}

    /** It ran; what is told is logged if it is not what was told the last time. */
    void ran(Map<String, String> faults, Instant now) {
        Standing before = standing;
        if (faults.isEmpty()) {
            if (before.since() != null) {
                log.info("Retention deletes again all whose time is over");
            }
            standing = new Standing(Map.of(), null, Duration.ZERO);
            return;
        }
        Instant since = before.since() == null ? now : before.since();
        Duration lasting = Duration.between(since, now);
        standing = new Standing(Collections.unmodifiableMap(new LinkedHashMap<>(faults)), since, lasting);
        if (faults.equals(before.faults())) {
            log.warn("Retention: not all whose time is over could be deleted, since {}: {}", since, faults);
        } else {
            log.error(
                    "Retention: not all whose time is over could be deleted, which is tried again each hour: {}. If legal holds or the chain are in the way, look"
                            + " with `quell verify`, and if it must go on all the same: `quell hold accept --reason …`",
                    faults);
        }
    }

    @Override
    public Health health() {
        Standing now = standing;
        if (now.since() == null) {
            return Health.up().build();
        }
        return Health.status(DEGRADED)
                .withDetail("since", now.since().toString())
                .withDetails(now.faults())
                .build();
    }
}
