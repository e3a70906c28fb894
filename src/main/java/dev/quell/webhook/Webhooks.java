package dev.quell.webhook;

import dev.quell.jobs.Jobs;
import dev.quell.share.Leases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes events and puts a message for each target that wants them into the durable queue, on a thread of its own: whoever tells an event never waits. Of
 * more than {@value #MOST} events that are not yet in the queue the newest are dropped and counted; while the database takes nothing they wait. Those that the process had
 * when it was killed are lost.
 */
@Component
public final class Webhooks implements SmartLifecycle {

    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WebhookSettings settings;
    private final WebhookQueue queue;
    private final Messages messages;
    private final Couriers couriers;
    private final Agreement agreement;
    private final Counter lost;
    private final Counter dropped;
    private final BlockingQueue<Event> taken = new ArrayBlockingQueue<>(MOST);
    private volatile @Nullable Thread thread;
    private volatile boolean open;
    private boolean hindered;

    Webhooks(
            WebhookSettings settings,
            WebhookQueue queue,
            Messages messages,
            Couriers couriers,
            Leases leases,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.queue = queue;
        this.messages = messages;
        this.couriers = couriers;
        this.agreement = new Agreement(leases, clock);
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
        List<Waiting> made = new ArrayList<>();
        while (open || !taken.isEmpty() || !made.isEmpty()) {
            if (made.isEmpty()) {
                gather().forEach(event -> make(event, made));
            }
            if (keep(made)) {
                made.clear();
            } else if (open) {
                LockSupport.parkNanos(this, PAUSE.toNanos());
            } else {
                giveUp(made.size() + taken.size());
                return;
            }
        }
    }

    /** The next events that are this instance's to tell; waits for them a little. */
    private List<Event> gather() {
        List<Event> batch = new ArrayList<>(BATCH);
        try {
            Event first = taken.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                taken.drainTo(batch, BATCH - 1);
            }
        } catch (InterruptedException e) {
            open = false;
        }
        batch.removeIf(event -> !agreement.isOurs(event));
        batch.addAll(agreement.standing());
        return batch;
    }

    private void make(Event event, List<Waiting> made) {
        settings.targets().forEach((name, target) -> {
            if (target.wants(event.kind())) {
                made.add(messages.of(event, name, target));
            }
        });
    }

    /** Queues messages; those that cannot be queued wait here, and the events behind them as far as there is room. */
    private boolean keep(List<Waiting> made) {
        try {
            if (!made.isEmpty()) {
                dropped.increment(queue.add(made, settings.queue()));
                couriers.wake();
            }
            if (hindered) {
                LOG.info("Events for webhooks can be queued again");
            }
            hindered = false;
            return true;
        } catch (RuntimeException e) {
            if (!hindered) {
                LOG.warn(
                        "Events for webhooks cannot be queued now and wait, at most {} of them; look at the database: {}",
                        MOST,
                        e.getMessage());
            }
            hindered = true;
            return false;
        }
    }

    private void giveUp(int count) {
        lost.increment(count);
        taken.clear();
        LOG.warn("{} events for webhooks could not be queued before the stop and are lost", count);
    }

    @Override
    public void start() {
        open = true;
        if (!settings.targets().isEmpty()) {
            thread = Thread.ofPlatform().name("quell-webhooks").daemon().start(Jobs.loop("quell-webhooks", this::work));
        }
    }

    /** Queues what it has, within 5 s. */
    @Override
    public void stop() {
        open = false;
        Thread working = thread;
        LockSupport.unpark(working);
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
