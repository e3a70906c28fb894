package dev.quell.webhook;

import dev.quell.webhook.delivery.Delivered;
import dev.quell.webhook.delivery.Poster;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The couriers of all targets, each with a thread of its own: a target that hangs holds up no other. */
@Component
public final class Couriers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    private final Map<String, Courier> couriers = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final WebhookQueue queue;
    private final Messages messages;
    private final Poster poster;
    private final Clock clock;
    private volatile boolean open;

    Couriers(WebhookSettings settings, WebhookQueue queue, Messages messages, MeterRegistry meters, Clock clock) {
        this.queue = queue;
        this.messages = messages;
        this.clock = clock;
        this.poster = new Poster(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
        settings.targets().forEach((name, target) -> {
            couriers.put(name, new Courier(name, target, settings, queue, poster, meters, clock));
            Gauge.builder("quell.webhooks.waiting", () -> queue.backlog(name).messages())
                    .tag("target", name)
                    .description("messages that wait for a webhook's target")
                    .register(meters);
        });
    }

    /**
     * What became of a test.
     *
     * @param took from the beginning to the end of the attempt
     */
    public record Tested(Delivered answer, Duration took) {}

    /** How it goes with each target. */
    public List<TargetState> states() {
        return couriers.values().stream().map(Courier::state).toList();
    }

    /** The messages with numbers above one that wait for a target, by number; empty if there is no such target. */
    public Optional<List<Waiting>> waiting(String name, long id, int limit) {
        return couriers.containsKey(name) ? Optional.of(queue.after(name, id, limit)) : Optional.empty();
    }

    /** Sends a test to a target at once, past the queue; empty if there is no such target. */
    public Optional<Tested> test(String name, String by) {
        return Optional.ofNullable(couriers.get(name)).map(courier -> {
            Event event = new Event(EventKind.TEST, clock.instant(), Map.of("target", name, "by", by));
            long started = System.nanoTime();
            Delivered answer = courier.send(messages.of(event, name, courier.target()));
            return new Tested(answer, Duration.ofNanos(System.nanoTime() - started));
        });
    }

    /** There is something new to send. */
    void wake() {
        threads.forEach(LockSupport::unpark);
    }

    private void work(Courier courier) {
        while (open) {
            Duration pause = round(courier);
            if (!pause.isZero() && open) {
                LockSupport.parkNanos(this, pause.toNanos());
            }
        }
    }

    private static Duration round(Courier courier) {
        try {
            return courier.round(LONGEST);
        } catch (RuntimeException e) {
            LOG.warn("Messages of webhooks cannot be sent now, look at the database: {}", e.getMessage());
            return AFTER_FAULT;
        } catch (LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("Messages of a webhook cannot be sent; this is a fault in Quell, please report it", e);
            courier.broke(e);
            return AFTER_FAULT;
        }
    }

    @Override
    public void start() {
        open = true;
        if (couriers.isEmpty()) {
            return;
        }
        dropOthers();
        couriers.forEach((name, courier) -> threads.add(
                Thread.ofPlatform().name("quell-webhook-" + name).daemon().start(() -> work(courier))));
    }

    /** A database that takes nothing now is no reason not to start. */
    private void dropOthers() {
        try {
            int dropped = queue.keepOnly(couriers.keySet());
            if (dropped > 0) {
                LOG.info("{} messages of webhooks that the settings name no more were dropped", dropped);
            }
        } catch (RuntimeException e) {
            LOG.warn("Messages of webhooks that the settings name no more could not be dropped: {}", e.getMessage());
        }
    }

    /** What was being sent is sent again after the next start, with the same id. */
    @Override
    public void stop() {
        open = false;
        wake();
        poster.close();
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** After those who queue. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 5001;
    }
}
