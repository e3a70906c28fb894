package dev.quell.storage.redis.link;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that this instance hears, over a connection of their own. It is made when Redis first answers, and lasts over lost connections. */
public final class Subscription implements Consumer<Reading>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final RedisLink link;
    private final Map<String, Consumer<byte[]>> hearers = new ConcurrentHashMap<>();
    private @Nullable StatefulRedisPubSubConnection<String, byte[]> connection;

    public Subscription(RedisLink link) {
        this.link = link;
    }

    /** From now on a channel's messages are told, in order and quickly: others wait meanwhile. */
    public void on(String channel, Consumer<byte[]> hearer) {
        hearers.put(channel, hearer);
    }

    /** Connects unless it is connected. */
    @Override
    public synchronized void accept(Reading reading) {
        if (connection == null) {
            StatefulRedisPubSubConnection<String, byte[]> made = Connection.listen(link.client());
            made.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, byte[] message) {
                    tell(channel, message);
                }
            });
            made.async().subscribe(hearers.keySet().toArray(String[]::new)).whenComplete((done, fault) -> {
                if (fault != null) {
                    LOG.warn(
                            "The notices of other instances cannot be heard, versions tell later: {}",
                            fault.toString());
                }
            });
            connection = made;
        }
    }

    private void tell(String channel, byte[] message) {
        Consumer<byte[]> hearer = hearers.get(channel);
        try {
            if (hearer != null) {
                hearer.accept(message);
            }
        } catch (RuntimeException e) {
            LOG.warn("A message on {} could not be taken in, versions will tell what was missed", channel, e);
        }
    }

    /** Gives the connection up, as nothing is heard over it; the next reading makes another. */
    public synchronized void renew() {
        if (connection != null) {
            LOG.warn("Notices of other instances are lost, the connection on which they come is made anew");
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            new Connection(connection, connection.async()).close();
            connection = null;
        }
    }
}
