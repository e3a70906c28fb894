package dev.quell.faults.net;

import java.time.Duration;

/** What a {@link TcpProxy} does to connections; a change reaches those that are open, too. */
public sealed interface Weather {

    /** Bytes go through at once. */
    record Clear() implements Weather {}

    /** The port is shut: new connections are refused, open ones are closed. */
    record Refuse() implements Weather {}

    /** Open connections are reset, and so is every new one as soon as it was accepted. */
    record Reset() implements Weather {}

    /** Connections are accepted, bytes are taken and thrown away, nothing ever comes back. */
    record BlackHole() implements Weather {}

    /** Nothing moves in either direction and nothing is lost: what was sent goes on when the weather is clear again. */
    record Freeze() implements Weather {}

    /** Each piece of data waits this long, in both directions. */
    record Delay(Duration by) implements Weather {}

    /** So many bytes a second each way, at least 1. */
    record Throttle(int bytesPerSecond) implements Weather {
        public Throttle {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("a throttle lets at least 1 byte a second through");
            }
        }
    }

    /** Each connection that is opened from now on is reset after so many bytes from the far end, 0 or more. */
    record CutAfter(long bytes) implements Weather {}
}
