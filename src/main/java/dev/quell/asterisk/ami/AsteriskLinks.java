package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.book.CallBook;
import dev.quell.asterisk.ami.link.AsteriskLink;
import dev.quell.asterisk.ami.stream.EventQueue;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The manager connections to all Asterisks of the site, by name; up while the service runs. */
final class AsteriskLinks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AsteriskLinks.class);

    private final Map<String, AsteriskLink> links = new TreeMap<>();
    private volatile boolean running;

    AsteriskLinks(AmiSettings settings, Clock clock) {
        settings.servers().forEach((name, server) -> {
            CallBook book = new CallBook(name, settings.limits(), clock);
            EventQueue queue = new EventQueue(settings.queue(), clock);
            links.put(name, new AsteriskLink(name, settings.endpoint(server), settings.timing(), queue, book, clock));
        });
    }

    Optional<AsteriskLink> find(String server) {
        return Optional.ofNullable(links.get(server));
    }

    Collection<AsteriskLink> all() {
        return links.values();
    }

    @Override
    public void start() {
        running = true;
        if (links.isEmpty()) {
            log.warn(
                    "No Asterisk is under quell.ami.servers: no call is ever called silent, callers under LISTEN go to the queue unheard, and a flag by"
                            + " API cannot move a caller. Give host, port, username and password-file of each Asterisk's manager interface there.");
        }
        links.values().forEach(AsteriskLink::start);
    }

    @Override
    public void stop() {
        links.values().forEach(AsteriskLink::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
