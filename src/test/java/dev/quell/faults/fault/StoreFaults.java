package dev.quell.faults.fault;

import dev.quell.faults.net.TcpProxy;
import dev.quell.faults.net.Weather;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** What happens to the stores that services share. */
public final class StoreFaults {

    private StoreFaults() {}

    /** Redis is killed and started again with what it had on disk. */
    public static Fault redisKilled() {
        return of(
                world -> world.stores().redis().kill(),
                world -> world.stores().redis().restart());
    }

    /** Redis is frozen and goes on. */
    public static Fault redisStopped() {
        return of(
                world -> world.stores().redis().freeze(),
                world -> world.stores().redis().thaw());
    }

    /** Redis loses all that it had. */
    public static Fault redisFlushed() {
        return of(world -> world.stores().redis().command("FLUSHALL"), world -> {});
    }

    /** The way to Redis is slow. */
    public static Fault redisSlow() {
        return slow(world -> world.stores().redisNet());
    }

    /** PostgreSQL is killed and started again. */
    public static Fault postgresKilled() {
        return of(
                world -> world.stores().postgres().kill(),
                world -> world.stores().postgres().restart());
    }

    /** The way to PostgreSQL is slow. */
    public static Fault postgresSlow() {
        return slow(world -> world.stores().postgresNet());
    }

    /** The file system of PostgreSQL's tables is full. */
    public static Fault postgresFull() {
        return of(world -> world.stores().fill(), world -> world.stores().makeRoom());
    }

    private static Fault slow(Function<World, TcpProxy> net) {
        return new Fault() {
            @Override
            public void begin(World world, Random random) {
                net.apply(world)
                        .weather(
                                random.nextBoolean()
                                        ? new Weather.Delay(Duration.ofMillis(20 + random.nextInt(1000)))
                                        : new Weather.Throttle(500 + random.nextInt(20_000)));
            }

            @Override
            public void end(World world) {
                net.apply(world).clear();
            }
        };
    }

    private static Fault of(Consumer<World> begin, Consumer<World> end) {
        return new Fault() {
            @Override
            public void begin(World world, Random random) {
                begin.accept(world);
            }

            @Override
            public Duration lasts(Random random) {
                return Duration.ofMillis(300 + random.nextInt(2500));
            }

            @Override
            public void end(World world) {
                end.accept(world);
            }
        };
    }
}
