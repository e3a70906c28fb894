package dev.quell.faults.fault;

import dev.quell.faults.net.Weather;
import dev.quell.faults.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The network between Asterisk and the service refuses, resets, swallows, freezes, delays, throttles, or cuts an answer short. */
public final class Network implements Fault {

    @Override
    public void begin(World world, Random random) {
        List<Weather> weathers = List.of(
                new Weather.Refuse(),
                new Weather.Reset(),
                new Weather.BlackHole(),
                new Weather.Freeze(),
                new Weather.Delay(Duration.ofMillis(100 + random.nextInt(900))),
                new Weather.Throttle(200 + random.nextInt(2000)),
                new Weather.CutAfter(random.nextInt(120)));
        Weather weather = weathers.get(random.nextInt(weathers.size()));
        int which = random.nextInt(3);
        if (which != 0) {
            world.agiNet().getFirst().weather(weather);
        }
        if (which != 1) {
            world.httpNet().getFirst().weather(weather);
        }
    }

    @Override
    public void end(World world) {
        world.agiNet().getFirst().clear();
        world.httpNet().getFirst().clear();
    }
}
