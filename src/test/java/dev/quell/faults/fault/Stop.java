package dev.quell.faults.fault;

import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.Random;

/** The service is frozen (SIGSTOP): its ports accept and nothing answers. Then it goes on (SIGCONT), with all that it had in hand. */
public final class Stop implements Fault {

    @Override
    public void begin(World world, Random random) {
        world.service().freeze();
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(500 + random.nextInt(3000));
    }

    @Override
    public void end(World world) {
        world.service().thaw();
    }
}
