package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.book.BookLimits;
import dev.quell.asterisk.ami.link.LinkTiming;
import dev.quell.asterisk.ami.stream.AmiEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.ami}; application.yml explains each.
 *
 * @param servers manager connections by the Asterisk's name
 * @param patience for a connection to be made, a response, and the watchdog's canary
 * @param queue events that may wait to be applied, 100 or more
 * @param calls most calls of one Asterisk that are known at once, 1 or more
 * @param deafAfter concluded calls in a row without a sound, 1 or more
 */
@ConfigurationProperties(prefix = "quell.ami", ignoreUnknownFields = false)
record AmiSettings(
        @DefaultValue Map<String, Server> servers,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("2s") Duration watch,
        @DefaultValue Reconnect reconnect,
        @DefaultValue("5m") Duration reconcile,
        @DefaultValue("10000") int queue,
        @DefaultValue("20000") int calls,
        @DefaultValue("3m") Duration keepEnded,
        @DefaultValue("120ms") Duration shortestBurst,
        @DefaultValue("50") int deafAfter,
        @DefaultValue("quell-deterrent") String deterrentQueue) {

    AmiSettings {
        servers = Map.copyOf(servers);
        servers.keySet()
                .forEach(name -> require(
                        name.matches("[A-Za-z0-9-]{1,32}"),
                        "servers: the name \"" + name
                                + "\" must be 1 to 32 letters, digits or hyphens, as QUELL_SERVER in the dialplan"));
        positive(patience, "patience");
        positive(watch, "watch");
        positive(reconcile, "reconcile");
        positive(keepEnded, "keep-ended");
        positive(shortestBurst, "shortest-burst");
        require(queue >= 100, "queue: must be 100 events or more");
        require(calls >= 1, "calls: must be 1 or more");
        require(deafAfter >= 1, "deaf-after: must be 1 call or more");
    }

    /**
     * Pauses between attempts.
     *
     * @param first before the first attempt, doubled with each further one
     * @param longest never longer than this
     * @param refused after a refused login
     */
    record Reconnect(
            @DefaultValue("250ms") Duration first,
            @DefaultValue("2s") Duration longest,
            @DefaultValue("10s") Duration refused) {

        Reconnect {
            positive(first, "reconnect.first");
            positive(refused, "reconnect.refused");
            require(longest.compareTo(first) >= 0, "reconnect.longest: must not be shorter than reconnect.first");
        }
    }

    /**
     * One Asterisk's manager interface.
     *
     * @param password the password itself, for tests; exactly one of the two is given
     * @param passwordFile a file with the password in its first line, read at each login
     */
    record Server(
            String host,
            @DefaultValue("5038") int port,
            @DefaultValue("quell") String username,
            @Nullable String password,
            @Nullable Path passwordFile,
            @DefaultValue("false") boolean tls) {

        Server {
            require(!host.isBlank(), "servers: host must be a host name or an address");
            require(port >= 1 && port <= 65535, "servers: port must be 1 to 65535");
            require(
                    (password == null) != (passwordFile == null),
                    "servers: give password-file, a file with the password in its first line, or password, and not both");
        }

        /** Shows nothing of the secret. */
        @Override
        public String toString() {
            return "Server[" + username + "@" + host + ":" + port + "]";
        }

        private String secret() throws IOException {
            Path file = passwordFile;
            if (file == null) {
                return Objects.requireNonNull(password);
            }
            try (var lines = Files.lines(file)) {
                return lines.findFirst()
                        .orElseThrow(() ->
                                new IOException("the password file " + file + " is empty; it must hold the password"));
            }
        }
    }

    AmiEndpoint endpoint(Server server) {
        return new AmiEndpoint(server.host(), server.port(), server.tls(), server.username(), server::secret, patience);
    }

    LinkTiming timing() {
        return new LinkTiming(watch, patience, reconnect.first(), reconnect.longest(), reconnect.refused(), reconcile);
    }

    BookLimits limits() {
        return new BookLimits(calls, shortestBurst, keepEnded, deafAfter, watch.plus(patience), deterrentQueue);
    }

    private static void positive(Duration duration, String key) {
        require(duration.isPositive(), key + ": must be longer than 0, for example 2s");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("quell.ami." + otherwise);
        }
    }
}
