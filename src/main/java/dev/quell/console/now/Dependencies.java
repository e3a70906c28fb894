package dev.quell.console.now;

import dev.quell.call.Printable;
import dev.quell.call.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** How the things stand that Quell stands on, by the indicators of its health; asked again after {@link #KEPT}, however many pages are open. */
@Component
final class Dependencies {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int LONGEST = 200;
    private static final long GIGABYTE = 1L << 30;
    /** What may be missing without being a fault. */
    private static final String UNUSED = "UNUSED";

    private static final Logger LOG = LoggerFactory.getLogger(Dependencies.class);

    /** In the order in which they are shown: what the words call it, and the indicator's bean. */
    private static final List<Map.Entry<String, String>> INDICATORS = List.of(
            Map.entry("storage", "storageHealth"),
            Map.entry("lists", "listHealth"),
            Map.entry("redis", "redisHealthIndicator"),
            Map.entry("postgres", "sharedHealthIndicator"),
            Map.entry("disk", "diskSpaceHealthIndicator"));

    private final Map<String, HealthIndicator> indicators;
    private final Switches switches;
    private final Clock clock;
    private List<Now.Dependency> kept = List.of();
    private Instant askedAt = Instant.MIN;

    Dependencies(Map<String, HealthIndicator> indicators, Switches switches, Clock clock) {
        this.indicators = Map.copyOf(indicators);
        this.switches = switches;
        this.clock = clock;
    }

    synchronized List<Now.Dependency> now() {
        Instant now = clock.instant();
        if (now.isAfter(askedAt.plus(KEPT)) || now.isBefore(askedAt)) {
            kept = ask();
            askedAt = now;
        }
        return kept;
    }

    private List<Now.Dependency> ask() {
        List<Now.Dependency> found = new ArrayList<>();
        List<Switches.State> all = switches.now();
        all.forEach(state -> found.add(new Now.Dependency(
                "ami",
                state.server(),
                !state.connected() ? "DOWN" : state.trouble().isEmpty() ? "UP" : "DEGRADED",
                Printable.of(state.trouble(), LONGEST))));
        if (all.isEmpty()) {
            found.add(new Now.Dependency("ami", "", UNUSED, ""));
        }
        INDICATORS.forEach(entry -> found.add(ask(entry.getKey(), indicators.get(entry.getValue()))));
        return found;
    }

    private static Now.Dependency ask(String kind, @Nullable HealthIndicator indicator) {
        if (indicator == null) {
            return new Now.Dependency(kind, "", UNUSED, "");
        }
        try {
            Health health = Objects.requireNonNull(indicator.health());
            boolean up = health.getStatus().equals(Status.UP);
            return new Now.Dependency(kind, "", status(health.getStatus()), up ? figure(health) : detail(health));
        } catch (RuntimeException e) {
            LOG.warn("the state of {} cannot be told to a page: {}", kind, e.toString());
            return new Now.Dependency(kind, "", "UNKNOWN", "");
        }
    }

    private static String status(Status status) {
        return List.of("UP", "DOWN", "DEGRADED").contains(status.getCode()) ? status.getCode() : "UNKNOWN";
    }

    /** Of the disk, what is free of it. */
    private static String figure(Health health) {
        Object free = health.getDetails().get("free");
        Object total = health.getDetails().get("total");
        return free instanceof Long left && total instanceof Long all
                ? String.format(Locale.ROOT, "%.1f / %.1f GB", (double) left / GIGABYTE, (double) all / GIGABYTE)
                : "";
    }

    private static String detail(Health health) {
        String words =
                health.getDetails().values().stream().map(String::valueOf).collect(Collectors.joining("; "));
        return Printable.of(words, LONGEST);
    }
}
