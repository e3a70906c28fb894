package dev.quell.asterisk.agi;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The meter {@code quell.agi.requests}: a timer for each script and result, made with the first of its kind; that of verdicts, by which the alarm goes, at once. */
final class RequestTimers {

    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(1500)
    };

    private record Kind(String script, String result) {}

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry meters) {
        this.meters = meters;
        Kind first = new Kind("screen", "unscreened");
        timers.put(first, timer(first));
    }

    /** @param started when the request began, by {@link System#nanoTime()} */
    void count(long started, String script, String result) {
        timers.computeIfAbsent(new Kind(script, result), this::timer)
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("quell.agi.requests")
                .description("FastAGI requests by script and what became of them")
                .tag("script", kind.script)
                .tag("result", kind.result)
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }
}
