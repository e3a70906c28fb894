package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiLimits;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.asterisk.agi}: the FastAGI port.
 *
 * @param bind address to listen on; another than the loopback's needs a network that only peers can reach, for AGI is not encrypted
 * @param port port to listen on; 0: any free one
 * @param peers hosts that may ask, addresses or names
 * @param maxLines most header lines of a request
 * @param maxLine most characters in a line
 * @param maxRequest most characters in a request
 * @param headerTime longest time to the end of the headers; under the dialplan's guard of 1.5 s it is of use
 * @param maxCalls most calls in a dialogue at once; further ones pass unheard
 * @param drain how long a stop waits for calls
 */
@ConfigurationProperties(prefix = "quell.asterisk.agi", ignoreUnknownFields = false)
public record AgiSettings(
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("4573") int port,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> peers,
        @DefaultValue("128") int maxLines,
        @DefaultValue("8192") int maxLine,
        @DefaultValue("32768") int maxRequest,
        @DefaultValue("1s") Duration headerTime,
        @DefaultValue("10000") int maxCalls,
        @DefaultValue("10s") Duration drain) {

    public AgiSettings {
        within("port", port, 0, 65_535);
        within("max-lines", maxLines, 32, 1024);
        within("max-line", maxLine, 8192, 65_536);
        within("max-request", maxRequest, 8192, 1_048_576);
        within("max-calls", maxCalls, 0, 1_000_000);
        within("header-time", headerTime, Duration.ofMillis(50), Duration.ofSeconds(10));
        within("drain", drain, Duration.ZERO, Duration.ofMinutes(5));
        if (peers.isEmpty()) {
            throw new IllegalArgumentException(
                    "quell.asterisk.agi.peers is empty; nobody could ask, name at least the Asterisk's address");
        }
        peers = List.copyOf(peers);
    }

    AgiLimits limits() {
        return new AgiLimits(maxLines, maxLine, maxRequest, headerTime);
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "quell.asterisk.agi." + key + " is " + value + "; it must be from " + least + " to " + most);
        }
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("quell.asterisk.agi." + key + " is " + value.toMillis()
                    + "ms; it must be from " + least.toMillis() + "ms to " + most.toMillis() + "ms");
        }
    }
}
