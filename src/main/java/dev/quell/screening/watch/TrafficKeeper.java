package dev.quell.screening.watch;

import dev.quell.call.Words;
import dev.quell.jobs.Jobs;
import dev.quell.traffic.TrafficLog;
import dev.quell.traffic.TrafficWatch;
import dev.quell.traffic.WarmStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the log into the traffic's watch once after the start, in the background, and then lets time pass for it every ten seconds. */
@Component
final class TrafficKeeper implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final LiveTraffic traffic;
    private final TrafficMeters meters;
    private final ObjectProvider<TrafficLog> log;
    private final Clock clock;
    private final ScheduledExecutorService timer = Jobs.timer("quell-traffic");
    private boolean read;
    private volatile boolean ended;

    private @Nullable ScheduledFuture<?> schedule;

    TrafficKeeper(LiveTraffic traffic, TrafficMeters meters, ObjectProvider<TrafficLog> log, Clock clock) {
        this.traffic = traffic;
        this.meters = meters;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        schedule = timer.scheduleWithFixedDelay(this::run, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** One round. A failure is told and tried again with the next. */
    void run() {
        try {
            if (!read) {
                read = true;
                log.ifAvailable(this::warm);
            }
            TrafficWatch watch = traffic.watch();
            watch.pass(clock.instant());
            meters.show(watch);
        } catch (RuntimeException e) {
            LOG.warn(
                    "traffic: trunks and lines are not looked after this time, tried again in {}; if it stays, report it",
                    Words.of(EVERY),
                    e);
        }
    }

    private void warm(TrafficLog source) {
        Instant begun = clock.instant();
        TrafficWatch prepared = traffic.prepare();
        try {
            long calls = new WarmStart(prepared, source).read(begun, new Progress(begun));
            traffic.replaceBy(prepared);
            LOG.info(
                    "traffic: {} of the last {} read in {} ms; trunks and lines are known",
                    Words.count(calls, "call"),
                    Words.of(WarmStart.MEMORY),
                    Duration.between(begun, clock.instant()).toMillis());
        } catch (RuntimeException e) {
            traffic.giveUp();
            if (ended) {
                LOG.info("traffic: the log was still being read when the service ended");
                return;
            }
            LOG.warn(
                    "traffic: the log could not be read; what is usual for trunks and lines is learned anew. Look at the database.",
                    e);
        }
    }

    /** Tells how far the reading is, every ten seconds. */
    private final class Progress implements DoubleConsumer {
        private Instant told;

        Progress(Instant begun) {
            told = begun;
        }

        @Override
        public void accept(double share) {
            Instant now = clock.instant();
            if (!now.isBefore(told.plus(EVERY))) {
                told = now;
                LOG.info("traffic: {} % of the log is read", Math.round(100 * share));
            }
        }
    }

    @Override
    public void destroy() {
        ended = true;
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
