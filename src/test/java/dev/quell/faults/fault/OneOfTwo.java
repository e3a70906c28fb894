package dev.quell.faults.fault;

import dev.quell.faults.world.Service;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.Random;

/** One of two services is killed or frozen under load; the other one takes its calls. */
public final class OneOfTwo implements Fault {

    private final boolean killed;
    private int which;

    /** @param killed whether it is killed; else it is frozen */
    public OneOfTwo(boolean killed) {
        this.killed = killed;
    }

    @Override
    public void begin(World world, Random random) {
        // The one that is asked first more often than the other.
        which = random.nextInt(3) == 0 ? 1 : 0;
        if (killed) {
            victim(world).kill();
        } else {
            victim(world).freeze();
        }
    }

    private Service victim(World world) {
        return world.services().get(which);
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(500 + random.nextInt(1500));
    }

    @Override
    public void end(World world) {
        if (killed) {
            victim(world).launch();
        } else {
            victim(world).thaw();
        }
    }
}
