package dev.quell.reporting;

import dev.quell.call.SettingFaults;
import dev.quell.reporting.schedule.ScheduleDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes reports.
 *
 * @param host its name or address; empty: no mail is sent
 * @param port 1 to 65535
 * @param security how the way to it is protected
 * @param username empty if it asks for none
 * @param passwordFile a file with the password in its first line, read for each mail; empty without a user
 * @param certificates a file in PEM with the authorities that the server's certificate may be of; empty: Java's own
 * @param from who sends the mail
 * @param patience how long one answer of it may take, 1s to 1m; a whole mail may take four times as long
 */
public record MailServer(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String username,
        @DefaultValue("") String passwordFile,
        @DefaultValue("") String certificates,
        @DefaultValue("quell@localhost") String from,
        @DefaultValue("15s") Duration patience) {

    private static final int MOST_PORT = 65_535;

    /** How the way to a mail server is protected. */
    public enum Security {
        /** It begins in the clear and must turn to TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte on, usually on port 465. */
        TLS,
        /** Not at all: for a server on this machine or in one's own network. */
        NONE
    }

    void check(SettingFaults faults) {
        faults.require(
                        host.matches("[A-Za-z0-9.:_-]*"),
                        "mail.host",
                        "must be a host name or an address, such as mail.example.org")
                .require(port >= 1 && port <= MOST_PORT, "mail.port", "must be 1 to 65535, such as 587")
                .require(
                        ScheduleDraft.isAddress(from),
                        "mail.from",
                        "must be one mail address, such as quell@example.org")
                .require(
                        ReportSettings.within(patience, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                        "mail.patience",
                        "must be 1s to 1m, such as 15s")
                .require(
                        username.isEmpty() == passwordFile.isEmpty(),
                        "mail.password-file",
                        "give username and password-file, a file with the password in its first line, or neither")
                .require(
                        username.isEmpty() || security != Security.NONE,
                        "mail.security",
                        "a password goes over TLS alone: write STARTTLS or TLS, or leave username and password-file out");
    }

    /** Whether there is one. */
    public boolean isSet() {
        return !host.isEmpty();
    }

    /**
     * The password; empty without a user.
     *
     * @throws IOException if the file cannot be read, or is empty
     */
    public String password() throws IOException {
        if (passwordFile.isEmpty()) {
            return "";
        }
        try (var lines = Files.lines(Path.of(passwordFile))) {
            return lines.findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> new IOException(
                            "the password file " + passwordFile + " is empty; it must hold the password"));
        }
    }
}
