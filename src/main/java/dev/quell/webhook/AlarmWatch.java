package dev.quell.webhook;

import dev.quell.jobs.Jobs;
import dev.quell.screening.enforcement.Enforcement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every {@link #EVERY} at what has no event of its own, the safety floor, sign-ins that fail and the parts that health knows, and tells webhooks when one of them turns
 * bad or well. A part counts as bad that is so at two looks in a row.
 */
@Component
final class AlarmWatch implements SmartLifecycle {

    static final Duration EVERY = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);
    /** Of itself it tells nobody: whoever would hear it is who cannot be reached. */
    private static final String ITSELF = "webhookHealth";

    private final Webhooks webhooks;
    private final Enforcement enforcement;
    private final FailedSignIns signIns;
    private final ObjectProvider<Map<String, HealthIndicator>> parts;
    private final Clock clock;
    private final Map<String, Integer> badLooks = new HashMap<>();
    private final Map<String, String> alarms = new TreeMap<>();
    private final ScheduledExecutorService timer = Jobs.timer("quell-webhook-alarms");

    private @Nullable ScheduledFuture<?> schedule;

    AlarmWatch(
            Webhooks webhooks,
            Enforcement enforcement,
            FailedSignIns signIns,
            ObjectProvider<Map<String, HealthIndicator>> parts,
            Clock clock) {
        this.webhooks = webhooks;
        this.enforcement = enforcement;
        this.signIns = signIns;
        this.parts = parts;
        this.clock = clock;
    }

    /** One look. */
    void look() {
        state("safety-floor", "screening", enforcement.floorTripped() ? "tripped" : "", 1);
        state("sign-in-failures", "people", signIns.trouble(), 1);
        Map<String, HealthIndicator> all = parts.getIfAvailable(Map::of);
        all.forEach((name, part) -> {
            if (!name.equals(ITSELF)) {
                state("dependency", name, trouble(name, part), 2);
            }
        });
    }

    private static String trouble(String name, HealthIndicator part) {
        try {
            var health = part.health();
            Status status = health == null ? Status.UNKNOWN : health.getStatus();
            return status.equals(Status.UP) || status.equals(Status.UNKNOWN) ? "" : status.getCode();
        } catch (RuntimeException e) {
            LOG.debug("The health of {} cannot be told", name, e);
            return Status.DOWN.getCode();
        }
    }

    /** @param looks so many in a row make an alarm */
    private void state(String alarm, String where, String trouble, int looks) {
        String key = alarm + ":" + where;
        if (trouble.isEmpty()) {
            badLooks.remove(key);
            if (alarms.remove(key) != null) {
                tell(EventKind.ALARM_OVER, alarm, where, "");
            }
        } else if (badLooks.merge(key, 1, Integer::sum) >= looks && alarms.put(key, trouble) == null) {
            tell(EventKind.ALARM_RAISED, alarm, where, trouble);
        }
    }

    private void tell(EventKind kind, String alarm, String where, String trouble) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("alarm", alarm);
        about.put("where", where);
        if (!trouble.isEmpty()) {
            about.put("state", trouble);
        }
        webhooks.tell(new Event(kind, clock.instant(), about));
    }

    private void run() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Alarms could not be looked for: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        if (webhooks.wants(EventKind.ALARM_RAISED) || webhooks.wants(EventKind.ALARM_OVER)) {
            schedule = timer.scheduleWithFixedDelay(this::run, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledFuture<?> running = schedule;
        if (running != null) {
            running.cancel(true);
        }
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return schedule != null && !timer.isShutdown();
    }
}
