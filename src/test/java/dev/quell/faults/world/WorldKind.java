package dev.quell.faults.world;

/**
 * What a world is made of.
 *
 * @param services how many services, at least 1; more than one share Redis and PostgreSQL
 * @param redis whether there is a Redis
 * @param postgres whether there is a PostgreSQL
 * @param smallDisk whether the data of each service lies on a small file system of its own
 * @param movableClock whether the services' clock can be set
 */
public record WorldKind(int services, boolean redis, boolean postgres, boolean smallDisk, boolean movableClock) {

    /** One service, alone. */
    public static final WorldKind SINGLE = new WorldKind(1, false, false, false, false);

    /** One service whose data lies on a small file system. */
    public static final WorldKind SMALL_DISK = new WorldKind(1, false, false, true, false);

    /** One service whose clock can be set. */
    public static final WorldKind MOVABLE_CLOCK = new WorldKind(1, false, false, false, true);

    /** Two services that share one mind. */
    public static final WorldKind SHARED = new WorldKind(2, true, true, false, false);
}
