package dev.quell.storage;

import dev.quell.storage.StorageSettings.Retention;
import dev.quell.storage.database.Database;
import dev.quell.storage.evidence.ChainKeeping;
import dev.quell.storage.jdbc.JdbcRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Deletes what is older than the settings let it be, every hour. */
@Component
final class RetentionJob implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;
    private final Optional<ChainKeeping> chain;
    private final Retention retention;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("quell-retention").daemon().factory());

    private @Nullable ScheduledFuture<?> schedule;

    RetentionJob(Database database, Optional<ChainKeeping> chain, StorageSettings settings, Clock clock) {
        this.database = database;
        this.chain = chain;
        this.retention = settings.retention();
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        schedule = timer.scheduleWithFixedDelay(this::run, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Deletes what is too old now. A failure is told and tried again an hour later. */
    void run() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        JdbcRetention stored = chain.isPresent() ? JdbcRetention.holding(database, now) : new JdbcRetention(database);
        try {
            chain.ifPresent(kept -> kept.removing(retention.calls(), retention.audit(), now));
            int calls = stored.calls(now.minus(retention.calls()));
            int flags = stored.flags(now.minus(retention.flags()));
            int entries = stored.entries(now.minus(retention.entries()));
            int known = stored.knownCallers(now);
            int deeds = stored.audit(now.minus(retention.audit()));
            stored.tokens(now.minus(retention.audit()));
            stored.answers(now);
            stored.reviews(now.minus(retention.flags()));
            stored.proposals(now.minus(retention.entries()));
            if (calls + flags + entries + known + deeds > 0) {
                log.info(
                        "Retention: {} calls, {} flags, {} list entries, {} known callers and {} entries of the audit whose time was over deleted",
                        calls,
                        flags,
                        entries,
                        known,
                        deeds);
            }
        } catch (RuntimeException e) {
            log.warn("Retention: not all that is too old could be deleted, tried again in an hour: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
