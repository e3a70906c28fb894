package dev.quell.faults.world;

import dev.quell.faults.pbx.Conduct;
import dev.quell.faults.pbx.Pbx;
import dev.quell.load.PlacedCall;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The first calls of a service that is to take over from another: that all its code runs for the first time would be a second fault beside the row's. */
final class Warming {

    private static final int CALLS = 300;
    private static final int AT_ONCE = 8;

    private Warming() {}

    /** Plays them with one service; returns when the last has ended. */
    static void of(Pbx.Address service, Pbx.Announcer announcer) {
        try (Pbx pbx = Pbx.of("pbx", Service.TOKEN, List.of(service), announcer);
                ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, CALLS)
                    .forEach(n -> callers.execute(() -> {
                        PlacedCall call = PlacedCall.of(
                                "warm." + service.agi() + "." + n, String.format(Locale.ROOT, "1340000%04d", n));
                        pbx.place(call, new Conduct.Waits(Duration.ZERO));
                    }));
        }
    }
}
