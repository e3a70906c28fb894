package dev.quell.reporting;

import dev.quell.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Has the hours that are over counted, one after the other, on a thread of its own and with pauses: calls come first. */
@Component
final class TreatedJob implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TreatedJob.class);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TreatedCalls treated;
    private final Clock clock;
    private final ScheduledExecutorService timer = Jobs.timer("quell-report-counts");
    private boolean failed;
    private volatile @Nullable ScheduledFuture<?> next;

    TreatedJob(TreatedCalls treated, Clock clock) {
        this.treated = treated;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        schedule(FIRST);
    }

    private void schedule(Duration pause) {
        try {
            next = timer.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("Closed", e);
        }
    }

    private void run() {
        boolean more = false;
        try {
            more = step();
        } finally {
            schedule(more ? PAUSE : IDLE);
        }
    }

    /** Counts an hour; whether there are more. A failure is told once, and it is tried again. */
    boolean step() {
        try {
            boolean more = treated.step(clock.instant());
            failed = false;
            return more;
        } catch (RuntimeException e) {
            if (!failed && !timer.isShutdown()) {
                LOG.warn(
                        "What treatments came to is not counted for the reports: {}. It is tried again; no call is lost by it",
                        e.getMessage());
            }
            failed = true;
            return false;
        }
    }

    @Override
    public void destroy() {
        ScheduledFuture<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(true);
        }
        timer.shutdownNow();
    }
}
