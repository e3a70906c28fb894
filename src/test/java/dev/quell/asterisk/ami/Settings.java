package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.AmiSettings.Reconnect;
import dev.quell.asterisk.ami.AmiSettings.Server;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings for tests: short pauses, everything else as shipped. */
final class Settings {

    private Settings() {}

    /** Servers on the loopback by name and port. */
    static AmiSettings settings(Map<String, Integer> ports) {
        return new AmiSettings(
                ports.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> server(e.getValue()))),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                new Reconnect(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(300)),
                Duration.ofMinutes(5),
                1000,
                100,
                Duration.ofMinutes(3),
                Duration.ofMillis(120),
                50,
                "quell-deterrent");
    }

    static AsteriskLinks links(Map<String, Integer> ports, Clock clock) {
        return new AsteriskLinks(settings(ports), clock);
    }

    private static Server server(int port) {
        return new Server("127.0.0.1", port, "quell", "secret", null, false);
    }
}
