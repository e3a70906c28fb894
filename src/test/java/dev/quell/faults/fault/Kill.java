package dev.quell.faults.fault;

import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.Random;

/** The service is killed (SIGKILL) under load, and started again at once, as systemd would. */
public final class Kill implements Fault {

    @Override
    public void begin(World world, Random random) {
        world.service().kill();
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(100);
    }

    @Override
    public void end(World world) {
        world.service().launch();
    }
}
