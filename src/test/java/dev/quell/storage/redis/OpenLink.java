package dev.quell.storage.redis;

import static org.awaitility.Awaitility.await;

import dev.quell.storage.redis.link.RedisKeeper;
import dev.quell.storage.redis.link.RedisLink;
import io.lettuce.core.AbstractRedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A way to a server that is open. */
public final class OpenLink implements AutoCloseable {

    private final AbstractRedisClient client;
    private final RedisLink link;
    private final RedisKeeper keeper;

    /** Over a client, which is shut down in the end. */
    public OpenLink(AbstractRedisClient client) {
        this.client = client;
        link = new RedisLink(() -> client, Duration.ofSeconds(1), new SimpleMeterRegistry());
        keeper = new RedisKeeper(link, List.of());
        keeper.start();
        await().until(() -> !link.away());
    }

    public RedisLink link() {
        return link;
    }

    @Override
    public void close() {
        keeper.close();
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
