package dev.quell.faults.world;

import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The state in which a world is well: every service screens, says UP, and has nothing left to write or to ship. */
public final class Normal {

    /** Nothing may take longer than this to be well again. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ENDED = "a service has ended";
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final AtomicLong PROBES = new AtomicLong();
    /** Rows that are durable and not yet where they belong. */
    private static final String LAG = "quell_(journal_(waiting|behind)|redis_(telling|past_to_tell)|shared_waiting)";
    /** For how long the oldest of them has waited, in seconds. */
    private static final String AGE = "quell_(journal|shared)_lag(_seconds)?";

    private Normal() {}

    /**
     * Waits until all is well.
     *
     * @return how long it took
     * @throws IllegalStateException with what is amiss, if it takes longer than {@link #PATIENCE}
     */
    public static Duration await(World world) {
        return await(world, AGE, 1.0);
    }

    /** Waits until all is well and nothing at all is left to be written or shipped, after the last call. */
    public static Duration settled(World world) {
        return await(world, LAG, 0);
    }

    private static Duration await(World world, String metric, double most) {
        long began = System.nanoTime();
        String amiss = amiss(world, metric, most);
        while (!amiss.isEmpty()) {
            if (System.nanoTime() - began > PATIENCE.toNanos() || amiss.startsWith(ENDED)) {
                throw new IllegalStateException("not back to normal: " + amiss);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            amiss = amiss(world, metric, most);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What is not well, empty if all is. */
    private static String amiss(World world, String metric, double most) {
        for (Service service : world.services()) {
            if (!service.running()) {
                return ENDED + ": " + service.logTail();
            }
            if (!service.ready()) {
                return "health: " + service.api().wholeHealth();
            }
            if (!screens(service)) {
                return "no verdict";
            }
            double lag = service.api().metric(metric).orElse(0.0);
            if (lag > most) {
                return metric + " is " + lag;
            }
        }
        return "";
    }

    private static boolean screens(Service service) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (FakeAsterisk probe = new FakeAsterisk(
                new InetSocketAddress(loopback, service.agiPort()),
                new InetSocketAddress(loopback, service.httpPort()),
                "pbx",
                Service.TOKEN)) {
            PlacedCall call = PlacedCall.of("probe." + PROBES.incrementAndGet(), "13700000000");
            return probe.screen(call) instanceof Answer.Verdict;
        }
    }
}
