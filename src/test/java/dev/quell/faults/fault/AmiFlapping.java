package dev.quell.faults.fault;

import dev.quell.faults.net.TcpProxy;
import dev.quell.faults.net.Weather;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** The manager connection breaks, freezes, is refused or cut in the middle of a message, several times a second. */
public final class AmiFlapping implements Fault {

    private volatile boolean over;
    private Thread flapper = new Thread();

    @Override
    public void begin(World world, Random random) {
        Random own = new Random(random.nextLong());
        TcpProxy net = world.amiNet();
        flapper = Thread.ofVirtual().name("flapper").start(() -> {
            while (!over) {
                net.weather(next(own));
                LockSupport.parkNanos(Duration.ofMillis(50 + own.nextInt(300)).toNanos());
                net.clear();
                LockSupport.parkNanos(Duration.ofMillis(own.nextInt(300)).toNanos());
            }
        });
    }

    private static Weather next(Random random) {
        List<Weather> weathers = List.of(
                new Weather.Refuse(),
                new Weather.Reset(),
                new Weather.BlackHole(),
                new Weather.Freeze(),
                new Weather.Delay(Duration.ofMillis(200)),
                new Weather.CutAfter(random.nextInt(600)));
        return weathers.get(random.nextInt(weathers.size()));
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(1500 + random.nextInt(1500));
    }

    @Override
    public void end(World world) {
        over = true;
        try {
            flapper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        world.amiNet().clear();
    }
}
