package dev.quell.faults.fault;

import dev.quell.faults.world.MovableClockQuell;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The first service's clock jumps by an hour or a day, forward or back, and later home again; a second one's stays right. */
public final class ClockJump implements Fault {

    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(1), Duration.ofDays(-1));

    @Override
    public void begin(World world, Random random) {
        set(world, JUMPS.get(random.nextInt(JUMPS.size())));
    }

    @Override
    public void end(World world) {
        set(world, Duration.ZERO);
    }

    private static void set(World world, Duration wrongBy) {
        MovableClockQuell.set(world.service().data().getParent(), wrongBy);
    }
}
