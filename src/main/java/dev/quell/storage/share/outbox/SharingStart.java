package dev.quell.storage.share.outbox;

import dev.quell.blocklist.ListChanged;
import dev.quell.jobs.Jobs;
import dev.quell.storage.database.Database;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.InstanceNumbers;
import dev.quell.storage.share.SharedSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Begins and ends sharing as the settings have it, and brings the past into the outbox. Nothing waits for it. */
@Component
final class SharingStart implements SmartInitializingSingleton, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SharingStart.class);
    private static final Duration EVERY = Duration.ofMillis(200);
    /** Turns between two attempts to get a number. */
    private static final int PATIENCE = 25;

    private final Sharing sharing;
    private final InstanceKeeper keeper;
    private final Destinations destinations;
    private final ObjectProvider<InstanceNumbers> numbers;
    private final ObjectProvider<NearCache> callers;
    private final ApplicationEventPublisher events;
    private final PastTeller past;
    private final ScheduledExecutorService timer = Jobs.timer("quell-sharing");
    private int turn;
    private @Nullable ScheduledFuture<?> schedule;

    SharingStart(
            Sharing sharing,
            InstanceKeeper keeper,
            Destinations destinations,
            ObjectProvider<InstanceNumbers> numbers,
            ObjectProvider<NearCache> callers,
            ApplicationEventPublisher events,
            Database database,
            ObjectProvider<SqliteOutbox> outbox,
            SharedSettings settings) {
        this.sharing = sharing;
        this.keeper = keeper;
        this.destinations = destinations;
        this.numbers = numbers;
        this.callers = callers;
        this.events = events;
        this.past = new PastTeller(new Past(database), outbox, settings.pastRows(), EVERY);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (destinations.names().isEmpty()) {
            sharing.stop();
            return;
        }
        if (keeper.number() > 0) {
            sharing.again(destinations.names());
        }
        schedule = timer.scheduleWithFixedDelay(this::turn, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void turn() {
        try {
            if (keeper.number() > 0) {
                destinations.names().forEach(past::tell);
            } else if (turn++ % PATIENCE == 0) {
                number();
            }
        } catch (RuntimeException e) {
            log.warn("Sharing does not get on, tried again by itself: {}", e.getMessage());
        }
    }

    /** Without a number nothing is shipped, as other instances might have rows by the same ids. */
    private void number() {
        InstanceNumbers store = numbers.getIfAvailable();
        if (store == null) {
            return;
        }
        long number;
        try {
            number = store.next();
        } catch (RuntimeException e) {
            log.debug("No number for this instance yet", e);
            return;
        }
        sharing.first(number, destinations.names());
        log.info(
                "This instance is number {} among those that share; what it has is told to {}",
                number,
                destinations.names());
        events.publishEvent(new ListChanged(Optional.empty()));
        callers.ifAvailable(NearCache::allStale);
    }

    @Override
    public void destroy() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
