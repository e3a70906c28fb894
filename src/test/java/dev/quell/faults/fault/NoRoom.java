package dev.quell.faults.fault;

import static org.awaitility.Awaitility.await;

import dev.quell.faults.world.Service;
import dev.quell.faults.world.SmallDisk;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.Random;

/** The service begins its life on a disk that has no room for a journal: every call must be answered as unscreened, until there is room. */
public final class NoRoom implements Fault {

    /** Enough for a young database, too little for a journal. */
    private static final long LEFT = 8 << 20;

    private static final Duration START = Duration.ofSeconds(240);

    @Override
    public void prepare(World world, Random random) {
        Service service = world.service();
        service.kill();
        SmallDisk.empty(service.data());
        service.forget();
        SmallDisk.fill(service.data(), LEFT);
        service.launch();
        await("the service has started without a journal")
                .atMost(START)
                .until(() -> !service.api().health().isEmpty() && service.accepts());
    }

    @Override
    public void begin(World world, Random random) {
        // It has failed from the beginning.
    }

    @Override
    public void end(World world) {
        SmallDisk.empty(world.service().data());
    }
}
