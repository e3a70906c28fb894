package dev.quell.screening;

/** The port to how full the deterrent queues are. Advisory: the dialplan keeps its own cap. */
@FunctionalInterface
public interface DeterrentOccupancy {

    /** Whether the deterrent queue of an Asterisk has room; answers at once, {@code true} if it is not known. */
    boolean free(String server);

    /** Occupancy that nobody reports, for a site without a manager connection: always room. */
    static DeterrentOccupancy noop() {
        return server -> true;
    }
}
