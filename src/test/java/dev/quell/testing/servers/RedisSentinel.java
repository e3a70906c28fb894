package dev.quell.testing.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A master, its replica, and a Sentinel that makes the replica the master when the master is away for half a second. */
public final class RedisSentinel implements AutoCloseable {

    /** What the Sentinel calls them. */
    public static final String NAME = "quell";

    private final RedisServer master;
    private final RedisServer replica;
    private final int port;
    private final Process sentinel;

    private RedisSentinel(RedisServer master, RedisServer replica, int port, Process sentinel) {
        this.master = master;
        this.replica = replica;
        this.port = port;
        this.sentinel = sentinel;
    }

    /** All three, with the replica in step. */
    public static RedisSentinel start(Path folder) {
        RedisServer master = RedisServer.start(folder);
        RedisServer replica = RedisServer.start(folder, "--replicaof", "127.0.0.1", Integer.toString(master.port()));
        await().until(() -> replica.command("INFO", "replication").contains("master_link_status:up"));
        int port = Ports.free();
        Path config = folder.resolve("sentinel.conf");
        try {
            Files.writeString(config, String.format(Locale.ROOT, """
                    port %d
                    bind 127.0.0.1
                    dir %s
                    sentinel monitor %s 127.0.0.1 %d 1
                    sentinel down-after-milliseconds %3$s 500
                    sentinel failover-timeout %3$s 3000
                    """, port, folder, NAME, master.port()));
            Process sentinel = new ProcessBuilder("redis-server", config.toString(), "--sentinel")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sentinel.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(sentinel::destroyForcibly));
            return new RedisSentinel(master, replica, port, sentinel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the Sentinel listens. */
    public int port() {
        return port;
    }

    /** Who was the master at first. */
    public RedisServer master() {
        return master;
    }

    /** Who was the replica at first. */
    public RedisServer replica() {
        return replica;
    }

    @Override
    public void close() {
        sentinel.destroyForcibly().onExit().join();
        replica.close();
        master.close();
    }
}
