package dev.quell.faults.fault;

import dev.quell.faults.world.SmallDisk;
import dev.quell.faults.world.World;
import java.util.Random;

/** Not a byte of room is left on the service's file system; in every third round the service is killed meanwhile and must start on the full disk. */
public final class DiskFull implements Fault {

    @Override
    public void begin(World world, Random random) {
        SmallDisk.fill(world.service().data());
        if (random.nextInt(3) == 0) {
            world.service().kill();
            world.service().launch();
        }
    }

    @Override
    public void end(World world) {
        SmallDisk.empty(world.service().data());
        if (!world.service().running()) {
            // As systemd does with one that could not start.
            world.service().launch();
        }
    }
}
