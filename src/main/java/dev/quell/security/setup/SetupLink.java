package dev.quell.security.setup;

import dev.quell.security.people.Accounts;
import dev.quell.security.people.PeopleSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The link that leads to the first account, while there is none: in the log and in a file that its owner alone may read. Each start makes a new one; it holds
 * until it was used or its time is over.
 */
@Component
final class SetupLink {

    static final String FILE = "set-up-link";

    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);
    private static final int RANDOM_BYTES = 32;

    private final Accounts accounts;
    private final PeopleSettings settings;
    private final Clock clock;
    private final Path file;
    private volatile @Nullable Made made;

    SetupLink(
            Accounts accounts,
            PeopleSettings settings,
            Clock clock,
            @Value("${quell.data-directory}") String directory) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        this.file = Path.of(directory, FILE);
    }

    private record Made(String token, Instant until) {}

    /** Makes one as soon as it is known where people find this service. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        if (!accounts.none()) {
            used();
            return;
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        made = new Made(token, clock.instant().plus(settings.setUpFor()));
        tell(url(started, token));
    }

    private static String url(WebServerInitializedEvent started, String token) {
        String address = started.getApplicationContext().getEnvironment().getProperty("server.address", "127.0.0.1");
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        String shown = host.contains(":") ? "[" + host + "]" : host;
        boolean secret = started.getApplicationContext()
                .getEnvironment()
                .getProperty("server.ssl.enabled", Boolean.class, false);
        return (secret ? "https" : "http") + "://" + shown + ":"
                + started.getWebServer().getPort() + "/setup/" + token;
    }

    /** A file that cannot be written leaves the line in the log, and calls are screened all the same. */
    private void tell(String url) {
        LOG.info(
                "There is no account yet. Make the first one at {} (also in {}); the link holds for {} min, and once",
                url,
                file.toAbsolutePath(),
                settings.setUpFor().toMinutes());
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, url + System.lineSeparator());
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getClass().getSimpleName());
        }
    }

    /** Whether a text is the link's token, and the link holds. */
    boolean holds(String token) {
        Made link = made;
        return link != null
                && clock.instant().isBefore(link.until())
                && accounts.none()
                && MessageDigest.isEqual(
                        link.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** There is an account. */
    void used() {
        made = null;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn(
                    "{} leads nowhere any more and could not be deleted: {}",
                    file,
                    e.getClass().getSimpleName());
        }
    }
}
