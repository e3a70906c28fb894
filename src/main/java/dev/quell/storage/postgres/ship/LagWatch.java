package dev.quell.storage.postgres.ship;

import dev.quell.jobs.Jobs;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.SharedSettings.Alarm;
import dev.quell.storage.share.outbox.SqliteOutbox;
import dev.quell.storage.share.outbox.SqliteOutbox.Lag;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the record is behind this instance: as figures, and as one line in the log when it is too far, and one when it is over. */
public final class LagWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LagWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final SqliteOutbox outbox;
    private final Shipper shipper;
    private final Alarm alarm;
    private final Clock clock;
    private final ScheduledExecutorService timer = Jobs.timer("quell-lag");
    private @Nullable ScheduledFuture<?> schedule;
    private volatile Lag lag = new Lag(0, 0);
    private volatile boolean alarmed;

    public LagWatch(SqliteOutbox outbox, Shipper shipper, Alarm alarm, Clock clock, MeterRegistry registry) {
        this.outbox = outbox;
        this.shipper = shipper;
        this.alarm = alarm;
        this.clock = clock;
        Gauge.builder("quell.shared.waiting", this, watch -> watch.lag.rows())
                .tag("to", Destinations.POSTGRES)
                .register(registry);
        Gauge.builder("quell.shared.lag", this, watch -> watch.behind().toMillis() / 1000.0)
                .tag("to", Destinations.POSTGRES)
                .baseUnit("seconds")
                .register(registry);
    }

    /** Begins. */
    public void start() {
        schedule = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    void look() {
        try {
            lag = outbox.lag(Destinations.POSTGRES);
            judge();
        } catch (RuntimeException e) {
            log.warn("How far PostgreSQL is behind could not be looked up, tried again by itself: {}", e.getMessage());
        }
    }

    private void judge() {
        boolean late = behind().compareTo(alarm.after()) > 0 || lag.rows() > alarm.rows();
        if (late && !alarmed) {
            alarmed = true;
            log.error(
                    "PostgreSQL lacks {} rows of this instance, the oldest for {} s: they are safe here and told as soon as it takes them. {}",
                    lag.rows(),
                    behind().toSeconds(),
                    advice());
        } else if (alarmed && !late) {
            alarmed = false;
            log.info("PostgreSQL has caught up with this instance: {} rows wait", lag.rows());
        }
    }

    private String advice() {
        return shipper.fault().isEmpty()
                ? "It takes fewer rows than come: look at its load and its disk"
                : "PostgreSQL: " + shipper.fault();
    }

    /** How many rows wait. */
    public long waiting() {
        return lag.rows();
    }

    /** For how long the oldest waits; zero if none does. */
    public Duration behind() {
        long oldest = lag.oldest();
        return oldest == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - oldest));
    }

    /** Whether it is more than the settings let pass without an alarm. */
    public boolean alarmed() {
        return alarmed;
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
