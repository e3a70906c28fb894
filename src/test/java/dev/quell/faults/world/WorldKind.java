package dev.quell.faults.world;

import dev.quell.testing.servers.PostgresServer;
import dev.quell.testing.servers.RedisServer;

/**
 * What a world is made of.
 *
 * @param services how many services, at least 1; more than one share Redis and PostgreSQL
 * @param stores whether there are a Redis and a PostgreSQL
 * @param smallDisk whether the data lies on a small file system: that of each service, or of PostgreSQL if there is one
 * @param movableClock whether the services' clock can be set
 * @param smallJournal whether the journals take few calls
 */
public record WorldKind(int services, boolean stores, boolean smallDisk, boolean movableClock, boolean smallJournal) {

    /** One service, alone. */
    public static final WorldKind SINGLE = new WorldKind(1, false, false, false, false);

    /** One service whose data lies on a small file system. */
    public static final WorldKind SMALL_DISK = new WorldKind(1, false, true, false, false);

    /** One service whose clock can be set. */
    public static final WorldKind MOVABLE_CLOCK = new WorldKind(1, false, false, true, false);

    /** Two services that share one mind. */
    public static final WorldKind SHARED = new WorldKind(2, true, false, false, false);

    /** Two services that share one mind and have a clock each. */
    public static final WorldKind CLOCKS = new WorldKind(2, true, false, true, false);

    /** One service whose journal takes some thousand calls. */
    public static final WorldKind SMALL_JOURNAL = new WorldKind(1, false, false, false, true);

    /** Two services whose PostgreSQL has its tables on a small file system. */
    public static final WorldKind SMALL_STORE = new WorldKind(2, true, true, false, false);

    /** Whether this machine and user can have such a world. */
    public boolean possible() {
        return (!smallDisk || SmallDisk.possible())
                && (!stores || (RedisServer.expected() && PostgresServer.expected()));
    }

    /** What a machine needs for it. */
    public String needs() {
        return smallDisk ? "root, to mount a small file system" : "redis-server and PostgreSQL";
    }
}
