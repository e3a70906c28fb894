package dev.quell.storage.redis;

import dev.quell.testing.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;

/** Clients as the service makes them. */
public final class Clients {

    private Clients() {}

    /** Of a single server. */
    public static RedisClient of(RedisServer server) {
        return of(server.port());
    }

    /** Of a single server, or of whatever stands between. */
    public static RedisClient of(int port) {
        RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofMillis(500))
                .build());
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled())
                .build());
        return client;
    }
}
