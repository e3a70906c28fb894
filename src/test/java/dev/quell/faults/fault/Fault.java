package dev.quell.faults.fault;

import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Something that fails in a round. Made anew for each round. */
public interface Fault {

    /** Sets the scene before the first call. */
    default void prepare(World world, Random random) {}

    /** Lets it fail. */
    void begin(World world, Random random);

    /** How long it stays so. */
    default Duration lasts(Random random) {
        return Duration.ofMillis(500 + random.nextInt(1500));
    }

    /** Ends the cause, as the system or an admin would: starts what was killed, makes room. Everything else must come back by itself. */
    void end(World world);

    /** What was lost of what the fault itself told the services, after all is settled; empty if nothing was. */
    default List<String> audit(World world) {
        return List.of();
    }
}
