package dev.quell.asterisk.ami.link;

import dev.quell.asterisk.ami.stream.AmiEndpoint;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an administrator reads about one Asterisk's connection: one line when it is lost, one when it is back, with what to do. */
final class LinkLog {

    private static final Logger log = LoggerFactory.getLogger(LinkLog.class);
    private static final Duration BETWEEN_TEARS = Duration.ofMinutes(1);

    private final String server;
    private final AmiEndpoint endpoint;
    private final Clock clock;
    private Instant tornAt = Instant.MIN;
    private long quietTears;

    LinkLog(String server, AmiEndpoint endpoint, Clock clock) {
        this.server = server;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** Tells of a lost connection; of further failed attempts only for debugging. */
    void lost(String reason, boolean first) {
        if (!first) {
            log.debug("AMI of {} ({}) is still not there: {}", server, endpoint, clean(reason));
            return;
        }
        log.warn(
                "AMI of {} ({}) is not there: {}. Screening goes on; until it is back its calls are never called silent, callers under LISTEN go to the"
                        + " queue, and a flag by API cannot move a caller. Check that Asterisk runs and that manager.conf lets user {} in from here.",
                server,
                endpoint,
                clean(reason),
                clean(endpoint.username()));
    }

    void up(Duration away) {
        log.info("AMI of {} ({}) is up, after {} s.", server, endpoint, away.toMillis() / 1000.0);
    }

    void trouble(String trouble) {
        log.warn("AMI of {} ({}): {}", server, endpoint, trouble);
    }

    /** Tells of a torn stream, once a minute at most. */
    void torn(StreamTorn torn) {
        Instant now = clock.instant();
        if (now.isBefore(tornAt.plus(BETWEEN_TEARS))) {
            quietTears++;
            return;
        }
        log.warn(
                "AMI of {}: {} Calls that are up now count as unknown, never as silent. ({} more since the last line.)",
                server,
                meaning(torn),
                quietTears);
        tornAt = now;
        quietTears = 0;
    }

    private static String meaning(StreamTorn torn) {
        return switch (torn.tear()) {
            case FORGED ->
                "the event stream holds text that Asterisk did not write: a caller's number or name has line breaks in it. Have the border strip them.";
            case OVERFLOW ->
                "events came faster than they were read, some were dropped. Raise quell.ami.queue, or give the service more CPU.";
            case OVERSIZE ->
                "a message was longer than any of Asterisk's. Check that host and port are those of its manager interface.";
            case FAULT -> "an event could not be applied.";
        };
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
