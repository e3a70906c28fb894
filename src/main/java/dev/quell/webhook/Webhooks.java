package dev.quell.webhook;

import dev.quell.share.Leases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes events and puts a message for each target that wants them into the durable queue, on a thread of its own: whoever tells an event never waits. Of
 * more than {@value #MOST} events that are not yet in the queue the newest are dropped and counted; so are those that the process had when it was killed.
 */
@Component
public final class Webhooks implements SmartLifecycle {

    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    /** So far apart instances may notice the same. */
    private static final Duration SAME = Duration.ofMinutes(2);

    private final WebhookSettings settings;
    private final WebhookQueue queue;
    private final Messages messages;
    private final Couriers couriers;
    private final Leases leases;
    private final Counter lost;
    private final Counter dropped;
    private final BlockingQueue<Event> taken = new ArrayBlockingQueue<>(MOST);
    private volatile @Nullable Thread thread;
    private volatile boolean open;

    Webhooks(
            WebhookSettings settings,
            WebhookQueue queue,
            Messages messages,
            Couriers couriers,
            Leases leases,
            MeterRegistry meters) {
        this.settings = settings;
        this.queue = queue;
        this.messages = messages;
        this.couriers = couriers;
        this.leases = leases;
        this.lost = counter("lost", "events that could not be queued", meters);
        this.dropped =
                counter("dropped", "messages that were dropped because more waited than quell.webhooks.queue", meters);
    }

    private static Counter counter(String what, String description, MeterRegistry meters) {
        return Counter.builder("quell.webhooks." + what)
                .description(description)
                .register(meters);
    }

    /** Tells an event. Never waits, never throws. */
    public void tell(Event event) {
        if (wants(event.kind()) && !taken.offer(event)) {
            lost.increment();
        }
    }

    /** Whether any target wants events of a kind. */
    public boolean wants(EventKind kind) {
        return settings.targets().values().stream().anyMatch(target -> target.wants(kind));
    }

    private void work() {
        List<Event> batch = new ArrayList<>(BATCH);
        while (open || !taken.isEmpty()) {
            try {
                Event first = taken.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    taken.drainTo(batch, BATCH - 1);
                    keep(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    private void keep(List<Event> events) {
        try {
            List<Waiting> made = new ArrayList<>();
            for (Event event : events) {
                if (isOurs(event)) {
                    settings.targets().forEach((name, target) -> {
                        if (target.wants(event.kind())) {
                            made.add(messages.of(event, name));
                        }
                    });
                }
            }
            dropped.increment(queue.add(made, settings.queue()));
            couriers.wake();
        } catch (RuntimeException e) {
            lost.increment(events.size());
            LOG.warn(
                    "{} events for webhooks could not be queued and are lost; look at the database: {}",
                    events.size(),
                    e.getMessage());
        }
    }

    private boolean isOurs(Event event) {
        return event.shared().isEmpty()
                || leases.take("webhook:" + event.shared(), SAME).isPresent();
    }

    @Override
    public void start() {
        open = true;
        if (!settings.targets().isEmpty()) {
            thread = Thread.ofPlatform().name("quell-webhooks").daemon().start(this::work);
        }
    }

    /** Queues what it has, within 5 s. */
    @Override
    public void stop() {
        open = false;
        Thread working = thread;
        try {
            if (working != null && !working.join(STOP_WITHIN)) {
                LOG.warn("{} events for webhooks could not be queued before the stop and are lost", taken.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** After the calls and the interface, which still tell. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 5000;
    }
}
