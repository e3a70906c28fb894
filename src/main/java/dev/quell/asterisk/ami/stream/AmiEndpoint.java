package dev.quell.asterisk.ami.stream;

import java.time.Duration;

/**
 * Where and as whom to log in to one Asterisk's manager interface.
 *
 * @param password read anew at each login
 * @param patience for the connection to be made, and for each response
 */
public record AmiEndpoint(String host, int port, boolean tls, String username, Secret password, Duration patience) {

    /** A secret that is fetched when it is needed. */
    @FunctionalInterface
    public interface Secret {
        /** The secret's text, without a line break at its end. */
        String read() throws java.io.IOException;
    }

    /** Host and port, for people. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
