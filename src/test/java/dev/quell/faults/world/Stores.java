package dev.quell.faults.world;

import dev.quell.faults.net.TcpProxy;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
import java.util.List;

/** The Redis and the PostgreSQL that services share, each behind a network that can fail. */
public final class Stores implements AutoCloseable {

    private final RedisServer redis;
    private final TcpProxy redisNet;

    private Stores(RedisServer redis) {
        this.redis = redis;
        this.redisNet = TcpProxy.to(redis.port());
    }

    static Stores start(WorldKind kind, Path folder) {
        return new Stores(RedisServer.start(folder.resolve("redis")));
    }

    /** What makes a service use them, as program arguments. */
    List<String> settings() {
        return List.of(
                "--quell.redis.enabled=true",
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + redisNet.port());
    }

    /** The Redis. */
    public RedisServer redis() {
        return redis;
    }

    /** The network before it. */
    public TcpProxy redisNet() {
        return redisNet;
    }

    Record record() {
        throw new IllegalStateException("no PostgreSQL yet");
    }

    @Override
    public void close() {
        redisNet.close();
        redis.close();
    }
}
