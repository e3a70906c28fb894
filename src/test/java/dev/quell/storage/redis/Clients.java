package dev.quell.storage.redis;

import dev.quell.testing.servers.RedisCluster;
import dev.quell.testing.servers.RedisSentinel;
import dev.quell.testing.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;

/** Clients as the service makes them. */
public final class Clients {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private Clients() {}

    /** Of a single server. */
    public static RedisClient of(RedisServer server) {
        return of(server.port());
    }

    /** Of a single server, or of whatever stands between. */
    public static RedisClient of(int port) {
        return client(uri(port));
    }

    /** Of the master that a Sentinel names. */
    public static RedisClient of(RedisSentinel set) {
        return client(RedisURI.Builder.sentinel("127.0.0.1", set.port(), RedisSentinel.NAME)
                .withTimeout(TIMEOUT)
                .build());
    }

    /** Of a cluster. */
    public static RedisClusterClient of(RedisCluster cluster) {
        RedisClusterClient client =
                RedisClusterClient.create(uri(cluster.nodes().getFirst().port()));
        client.setOptions(ClusterClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled())
                .build());
        return client;
    }

    private static RedisURI uri(int port) {
        return RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(TIMEOUT)
                .build();
    }

    private static RedisClient client(RedisURI uri) {
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled())
                .build());
        return client;
    }
}
