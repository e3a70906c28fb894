package dev.quell.faults.fault;

import dev.quell.faults.world.Service;
import dev.quell.faults.world.SmallDisk;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;

/** Not a byte of room is left on the service's file system; in every third round the service is killed meanwhile and must start on the full disk. */
public final class DiskFull implements Fault {

    private static final Duration START = Duration.ofSeconds(240);

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
        Service service = world.service();
        Awaitility.await().atMost(START).until(() -> service.accepts() || !service.running());
        String log = service.logTail();
        SmallDisk.empty(service.data());
        if (!service.running()) {
            throw new IllegalStateException("it did not start on a full disk: " + log);
        }
    }
}
