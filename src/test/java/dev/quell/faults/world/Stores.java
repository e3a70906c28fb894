package dev.quell.faults.world;

import dev.quell.e2e.server.Shell;
import dev.quell.faults.net.TcpProxy;
import dev.quell.testing.servers.PostgresServer;
import dev.quell.testing.servers.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Redis and the PostgreSQL that services share, each behind a network that can fail. */
public final class Stores implements AutoCloseable {

    private static final int STORE_MEGABYTES = 96;

    private final RedisServer redis;
    private final TcpProxy redisNet;
    private final PostgresServer postgres;
    private final TcpProxy postgresNet;
    private final String database;
    private final Optional<Path> tables;

    private Stores(RedisServer redis, PostgresServer postgres, Optional<Path> tables) {
        this.redis = redis;
        this.redisNet = TcpProxy.to(redis.port());
        this.postgres = postgres;
        this.postgresNet = TcpProxy.to(postgres.port());
        this.database = postgres.newDatabase();
        this.tables = tables;
        tables.ifPresent(this::place);
    }

    /** Starts both; where wanted, with PostgreSQL's tables on a small file system. */
    static Stores start(Path folder, boolean small) {
        RedisServer redis = RedisServer.start(folder.resolve("redis"));
        PostgresServer postgres = PostgresServer.start("max_connections=60");
        return new Stores(redis, postgres, small ? Optional.of(smallFolder()) : Optional.empty());
    }

    /** PostgreSQL runs as a user of its own, who must reach it. */
    private static Path smallFolder() {
        try {
            Path folder = Files.createTempDirectory("quell-small-store");
            SmallDisk.mount(folder, STORE_MEGABYTES);
            Path tables = Files.createDirectories(folder.resolve("tables"));
            Shell.run("chmod", "0711", folder.toString());
            Shell.run("chown", "postgres", tables.toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(Path folder) {
        postgres.run("postgres", "create tablespace small location '" + folder.resolve("tables") + "'");
        postgres.run("postgres", "alter database " + database + " set tablespace small");
    }

    /** Leaves no byte of room for PostgreSQL's tables. */
    public void fill() {
        SmallDisk.fill(tables.orElseThrow());
    }

    /** Makes room again. */
    public void makeRoom() {
        SmallDisk.empty(tables.orElseThrow());
    }

    /** What makes a service use them, as program arguments. */
    List<String> settings() {
        return List.of(
                "--quell.redis.enabled=true",
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + redisNet.port(),
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + postgresNet.port() + "/" + database,
                "--spring.datasource.username=" + postgres.user(),
                "--spring.datasource.password=" + postgres.password());
    }

    /** The Redis. */
    public RedisServer redis() {
        return redis;
    }

    /** The network before it. */
    public TcpProxy redisNet() {
        return redisNet;
    }

    /** The PostgreSQL. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The network before it. */
    public TcpProxy postgresNet() {
        return postgresNet;
    }

    Record record() {
        return new Record(postgres.url(database) + "?user=" + postgres.user() + "&password=" + postgres.password());
    }

    @Override
    public void close() {
        redisNet.close();
        postgresNet.close();
        redis.close();
        postgres.close();
        tables.ifPresent(SmallDisk::unmount);
    }
}
