package dev.quell.storage.redis;

import static org.awaitility.Awaitility.await;

import dev.quell.storage.redis.link.RedisKeeper;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.testing.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A way to a server that is open. */
final class OpenLink implements AutoCloseable {

    private final RedisClient client;
    private final RedisLink link;
    private final RedisKeeper keeper;

    OpenLink(RedisServer server) {
        client = Clients.of(server);
        link = new RedisLink(() -> client, Duration.ofMillis(200), new SimpleMeterRegistry());
        keeper = new RedisKeeper(link, List.of());
        keeper.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> !link.away());
    }

    RedisLink link() {
        return link;
    }

    @Override
    public void close() {
        keeper.close();
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
