package dev.quell.storage.redis.traffic;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Rounds;
import dev.quell.storage.redis.link.Subscription;
import dev.quell.traffic.TrafficFact;
import dev.quell.traffic.TrafficSiblings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells facts ten times a second, all since the last time in one message. What does not fit, or is said while Redis is away, is lost and counted. */
public final class RedisTraffic implements TrafficSiblings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisTraffic.class);
    private static final int MOST = 10_000;
    private static final Duration EVERY = Duration.ofMillis(100);

    private final RedisLink link;
    private final String self;
    private final BlockingQueue<TrafficFact> waiting = new ArrayBlockingQueue<>(MOST);
    private final Counter lost;
    private final Rounds rounds;
    private volatile Consumer<TrafficFact> hearer = fact -> {};

    /** @param self how this instance signs */
    public RedisTraffic(RedisLink link, Subscription subscription, String self, MeterRegistry meters) {
        this.link = link;
        this.self = self;
        this.lost = Counter.builder("quell.redis.traffic.lost")
                .description("calls and ends that other instances' watch on traffic was not told of")
                .register(meters);
        subscription.on(Keys.TRAFFIC, this::heard);
        this.rounds = new Rounds("quell-redis-traffic", EVERY, this::publish);
    }

    @Override
    public void tell(TrafficFact fact) {
        if (!waiting.offer(fact)) {
            lost.increment();
        }
    }

    @Override
    public void hear(Consumer<TrafficFact> told) {
        hearer = told;
    }

    private void publish() {
        List<TrafficFact> facts = new ArrayList<>();
        waiting.drainTo(facts);
        if (facts.isEmpty()) {
            return;
        }
        if (link.away()) {
            lost.increment(facts.size());
            return;
        }
        StringBuilder message = new StringBuilder(self);
        facts.forEach(fact -> message.append('\n').append(FactText.write(fact)));
        byte[] bytes = message.toString().getBytes(StandardCharsets.UTF_8);
        link.send(redis -> redis.publish(Keys.TRAFFIC, bytes));
    }

    private void heard(byte[] message) {
        String[] lines = new String(message, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 1; i < lines.length && !lines[0].equals(self); i++) {
            take(lines[i]);
        }
    }

    private void take(String line) {
        try {
            hearer.accept(FactText.read(line));
        } catch (RuntimeException e) {
            LOG.debug("What another instance saw cannot be read; all instances should be of one version", e);
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
