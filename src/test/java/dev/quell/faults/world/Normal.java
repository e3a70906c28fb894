package dev.quell.faults.world;

import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The state in which a world is well: every service screens, says UP, and has nothing left to write or to ship. */
public final class Normal {

    /** Nothing may take longer than this to be well again. */
    public static final Duration PATIENCE = Duration.ofSeconds(240);

    private static final String ENDED = "a service has ended";
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final AtomicLong PROBES = new AtomicLong();
    /** Rows that are durable and not yet where they belong. */
    private static final String LAG = "quell_(journal_(waiting|behind)|redis_(telling|past_to_tell))";
    /** For how long the oldest record has waited for the database, in seconds. */
    private static final String WRITING = "quell_journal_lag_seconds";

    private static final double WRITTEN_WITHIN = 1;

    /** No row may wait longer for PostgreSQL; looked up in the service's own database, as it tells so only every two seconds. */
    private static final Duration SHIPPED_WITHIN = Duration.ofSeconds(3);

    private Normal() {}

    /**
     * Waits until all is well.
     *
     * @return how long it took
     * @throws IllegalStateException with what is amiss, if it takes longer than {@link #PATIENCE}
     */
    public static Duration await(World world) {
        return await(world, service -> unwell(world, service));
    }

    /** Waits until nothing at all is left to be written or shipped, after the last call. */
    public static Duration settled(World world) {
        return await(world, service -> {
            String lag = over(service, LAG, 0);
            return lag.isEmpty() ? unshipped(world, service, Duration.ZERO) : lag;
        });
    }

    private static Duration await(World world, Function<Service, String> trouble) {
        long began = System.nanoTime();
        String amiss = first(world, trouble);
        while (!amiss.isEmpty()) {
            if (System.nanoTime() - began > PATIENCE.toNanos() || amiss.startsWith(ENDED)) {
                throw new IllegalStateException("not back to normal: " + amiss);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            amiss = first(world, trouble);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String first(World world, Function<Service, String> trouble) {
        return world.services().stream()
                .map(service -> service.running() ? trouble.apply(service) : ENDED + ": " + service.logTail())
                .filter(amiss -> !amiss.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String unwell(World world, Service service) {
        if (!service.api().health().equals("UP")) {
            return "health: " + service.api().wholeHealth();
        }
        if (!screens(service)) {
            return "no verdict";
        }
        String unwritten = over(service, WRITING, WRITTEN_WITHIN);
        return unwritten.isEmpty() ? unshipped(world, service, SHIPPED_WITHIN) : unwritten;
    }

    private static String unshipped(World world, Service service, Duration within) {
        if (!world.kind().stores()) {
            return "";
        }
        long before = within.isZero() ? Long.MAX_VALUE : Clock.systemUTC().millis() - within.toMillis();
        long rows = Record.ofSqlite(service.data()).unshipped(before);
        return rows == 0 ? "" : rows + " rows are not in PostgreSQL";
    }

    private static String over(Service service, String metric, double most) {
        Map<String, Double> values = service.api().metrics(metric);
        return values.values().stream().allMatch(value -> value <= most) ? "" : "lag: " + values;
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
