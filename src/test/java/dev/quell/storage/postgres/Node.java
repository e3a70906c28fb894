package dev.quell.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.storage.database.Database;
import dev.quell.storage.postgres.feed.Feed;
import dev.quell.storage.postgres.feed.FeedMark;
import dev.quell.storage.postgres.ship.Shipper;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.RowsTaken;
import dev.quell.storage.share.outbox.Past;
import dev.quell.storage.share.outbox.Sharing;
import dev.quell.storage.share.outbox.SqliteOutbox;
import dev.quell.storage.share.replica.SqliteReplica;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.servers.PostgresServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** An instance as far as it keeps, tells and hears records: its threads do not run, a test takes their turns. */
public final class Node implements AutoCloseable {

    private static final Set<String> TO = Set.of(Destinations.POSTGRES);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SqliteDatabase own;
    final PostgresStore store;
    final InstanceKeeper keeper;
    final Sharing sharing;
    final SqliteOutbox outbox;
    final List<RowsTaken> taken = new ArrayList<>();
    final Shipper shipper;
    final Feed feed;

    public Node(String name, Path directory, PostgresServer server, String database) {
        this(name, directory, config(server, database));
    }

    Node(String name, Path directory, HikariConfig config) {
        own = SqliteDatabase.open(directory, meters);
        store = new PostgresStore(config, Clock.systemUTC());
        keeper = new InstanceKeeper(own, name);
        sharing = new Sharing(own, keeper);
        outbox = new SqliteOutbox(own, keeper);
        shipper = new Shipper(store, sharing, keeper, outbox, Clock.systemUTC(), meters);
        feed = new Feed(store, keeper, new FeedMark(own), new SqliteReplica(own, taken::add), Duration.ofMillis(50));
    }

    public static HikariConfig config(PostgresServer server, String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(database) + "?socketTimeout=3");
        config.setUsername(server.user());
        config.setPassword(server.password());
        return config;
    }

    /** Gets its number, or goes on with the one it has. */
    public Node shares() {
        if (keeper.number() == 0) {
            sharing.first(store.next(), TO);
        } else {
            sharing.again(TO);
        }
        return this;
    }

    /** Tells all it has, the past too. */
    public Node tells() {
        Past past = new Past(own);
        do {
            past.bring(Destinations.POSTGRES, 1_000);
            untilIdle(shipper::turn);
        } while (past.lacks(Destinations.POSTGRES) && shipper.fault().isEmpty());
        return this;
    }

    /** Takes all there is. */
    public Node hears() {
        untilIdle(feed::turn);
        return this;
    }

    private static void untilIdle(Supplier<Duration> turns) {
        boolean more = true;
        while (more) {
            more = turns.get().isZero();
        }
    }

    public Database own() {
        return own;
    }

    public Database record() {
        return store.database();
    }

    @Override
    public void close() {
        store.close();
        own.close();
    }
}
