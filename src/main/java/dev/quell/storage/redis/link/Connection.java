package dev.quell.storage.redis.link;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a single server, one found by Sentinel, or a cluster: to its user it is the same.
 *
 * @param commands what can be asked; answers come later
 */
record Connection(StatefulConnection<String, byte[]> raw, RedisClusterAsyncCommands<String, byte[]> commands) {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Keys are text, values are bytes. */
    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    /** Connects, and waits for it. */
    static Connection open(AbstractRedisClient client, Duration timeout) {
        Connection opened = open(client);
        opened.raw.setTimeout(timeout);
        return opened;
    }

    private static Connection open(AbstractRedisClient client) {
        if (client instanceof RedisClusterClient cluster) {
            StatefulRedisClusterConnection<String, byte[]> connection = cluster.connect(CODEC);
            return new Connection(connection, connection.async());
        }
        StatefulRedisConnection<String, byte[]> connection = ((RedisClient) client).connect(CODEC);
        return new Connection(connection, connection.async());
    }

    /** Gives it up; nobody waits for it. */
    void close() {
        CompletionStage<Void> closed = raw.closeAsync();
        closed.whenComplete((done, fault) -> {
            if (fault != null) {
                LOG.debug("A connection to Redis did not close well", fault);
            }
        });
    }

    /** Connects to hear messages, and waits for it. */
    static StatefulRedisPubSubConnection<String, byte[]> listen(AbstractRedisClient client) {
        return client instanceof RedisClusterClient cluster
                ? cluster.connectPubSub(CODEC)
                : ((RedisClient) client).connectPubSub(CODEC);
    }
}
