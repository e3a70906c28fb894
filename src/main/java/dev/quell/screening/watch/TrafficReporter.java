package dev.quell.screening.watch;

import dev.quell.call.Words;
import dev.quell.traffic.TrafficEvent;
import dev.quell.traffic.TrafficSettings;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a line when something begins around calls, with what to do about it, and a line when it is over; and publishes it. */
@Component
final class TrafficReporter implements Consumer<TrafficEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficReporter.class);

    private final String silenceTime;
    private final String floodTime;
    private final String stormTime;
    private final ApplicationEventPublisher events;

    @Autowired
    TrafficReporter(TrafficSettings settings, ApplicationEventPublisher events) {
        this.events = events;
        this.silenceTime = Words.of(settings.silence().findTime());
        this.floodTime = Words.of(settings.flood().findTime());
        this.stormTime = Words.of(settings.storm().findTime());
    }

    /** Publishes nothing. */
    TrafficReporter(TrafficSettings settings) {
        this(settings, event -> {});
    }

    @Override
    public void accept(TrafficEvent event) {
        String line = words(event);
        if (event instanceof TrafficEvent.NoMedia && event.begins()) {
            LOG.error("{}", line);
        } else if (event.begins()) {
            LOG.warn("{}", line);
        } else {
            LOG.info("{}", line);
        }
        events.publishEvent(event);
    }

    /** The line for an event. */
    String words(TrafficEvent event) {
        String where = Words.foreign(event.where());
        return switch (event) {
            case TrafficEvent.TrunkSilent silent -> silent.begins() ? begins(where, silent) : over(where, silent);
            case TrafficEvent.NoMedia media -> media.begins() ? begins(where, media) : over(where, media);
            case TrafficEvent.Flood flood -> flood.begins() ? begins(where, flood) : over(where, flood);
            case TrafficEvent.Storm storm -> storm.begins() ? begins(where, storm) : over(where, storm);
        };
    }

    private String begins(String where, TrafficEvent.TrunkSilent event) {
        return String.format(
                        Locale.ROOT,
                        "trunk %s: %d of %d callers in %s silent or without packets, usually %.0f %%. Silence over this trunk is held against nobody until that is over.",
                        where,
                        event.silent(),
                        event.callers(),
                        silenceTime,
                        100 * event.usual())
                + " Look for audio in one direction only: the carrier, NAT, the codec.";
    }

    private String over(String where, TrafficEvent.TrunkSilent event) {
        return String.format(
                Locale.ROOT,
                "trunk %s: callers are heard again, %d of %d in %s silent; silence counts as ever",
                where,
                event.silent(),
                event.callers(),
                silenceTime);
    }

    private String begins(String where, TrafficEvent.NoMedia event) {
        return String.format(
                        Locale.ROOT,
                        "trunk %s: not one packet from %d of %d callers in %s. Agents do not hear them. Look at the carrier's media, the firewall and NAT settings of the",
                        where,
                        event.without(),
                        event.callers(),
                        silenceTime)
                + " trunk; 'rtp set debug on' in Asterisk shows what arrives.";
    }

    private String over(String where, TrafficEvent.NoMedia event) {
        return String.format(
                Locale.ROOT,
                "trunk %s: packets arrive again, none from %d of %d callers in %s",
                where,
                event.without(),
                event.callers(),
                silenceTime);
    }

    private String begins(String where, TrafficEvent.Flood event) {
        return String.format(
                        Locale.ROOT,
                        "line %s is flooded: %d callers in %s who never called before, %.1f are usual. Whoever has not been heard here before is asked to speak or press a",
                        where,
                        event.callers(),
                        floodTime,
                        event.usual())
                + " key first; no number is blocked for it. Ask the carrier to trace and to limit these calls.";
    }

    private String over(String where, TrafficEvent.Flood event) {
        return String.format(
                Locale.ROOT,
                "line %s: the flood is over or its callers speak, %d new callers in %s; everybody is let in as ever",
                where,
                event.callers(),
                floodTime);
    }

    private String begins(String where, TrafficEvent.Storm event) {
        return String.format(
                        Locale.ROOT,
                        "call-back storm on line %s: %d new callers in %s where %.0f are usual, and they speak. Somebody probably shows this number to others: ask some",
                        where,
                        event.callers(),
                        stormTime,
                        event.usual())
                + " callers, tell the carrier, consider an announcement. Calling often is held against nobody until that is over.";
    }

    private String over(String where, TrafficEvent.Storm event) {
        return String.format(
                Locale.ROOT,
                "call-back storm on line %s is over, %d new callers in %s",
                where,
                event.callers(),
                stormTime);
    }
}
