package dev.quell.storage;

import dev.quell.call.FairTime;
import dev.quell.jobs.Jobs;
import dev.quell.storage.clock.ClockFile;
import dev.quell.storage.clock.Timekeeping;
import dev.quell.storage.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at the machine's clock each second, and tells whether it is believed: its health, and the gauge {@code quell.clock.believed}. */
@Component("clockHealth")
class ClockWatch implements FairTime, HealthIndicator, InitializingBean, DisposableBean {

    private static final Status DEGRADED = new Status(
            "DEGRADED", "calls are screened; the clock is not believed, and what is in doubt lets callers pass");

    private final Timekeeping time;
    private final ScheduledExecutorService timer = Jobs.timer("quell-clock");
    private @Nullable ScheduledFuture<?> schedule;

    ClockWatch(
            DataSettings data,
            Database database,
            Clock clock,
            ApplicationEventPublisher events,
            MeterRegistry registry) {
        time = new Timekeeping(
                new ClockFile(data.dataDirectory()), newest(database), clock, System::nanoTime, events::publishEvent);
        Gauge.builder("quell.clock.believed", this, watch -> watch.fault().isEmpty() ? 1 : 0)
                .description("Whether this instance believes its machine's clock: 1 or 0")
                .register(registry);
    }

    private static Optional<Instant> newest(Database database) {
        return database.reader()
                .sql("select max(arrived_at) from calls")
                .query((row, number) -> row.getObject(1) == null
                        ? Optional.<Instant>empty()
                        : Optional.of(Instant.ofEpochMilli(row.getLong(1))))
                .single();
    }

    @Override
    public void afterPropertiesSet() {
        schedule = timer.scheduleWithFixedDelay(time::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Why the clock is not believed, so that nothing is to be deleted by it; empty if it is. */
    String fault() {
        return time.fault();
    }

    @Override
    public Instant against(Instant now) {
        return time.against(now);
    }

    @Override
    public Instant favour(Instant now) {
        return time.favour(now);
    }

    @Override
    public Health health() {
        String fault = fault();
        return fault.isEmpty()
                ? Health.up().build()
                : Health.status(DEGRADED).withDetail("fault", fault).build();
    }

    @Override
    public void destroy() {
        if (schedule != null) {
            schedule.cancel(false);
        }
        timer.shutdownNow();
        time.look();
        time.save();
    }
}
