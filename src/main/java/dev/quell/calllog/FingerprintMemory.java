package dev.quell.calllog;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.call.CallerNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells how common signalling fingerprints are from the newest calls of the log when the service has started, in the background. Until then, as with an
 * empty log, nobody without a full signature is blocked.
 */
@Component
final class FingerprintMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FingerprintMemory.class);
    private static final Duration BACK = Duration.ofDays(30);
    private static final int PAGE = 1000;
    private static final int PAGES = 20;

    /** What is kept of a call until the oldest is known. */
    private record Shown(CallerNumber caller, String trunk, String fingerprint) {}

    private final CallLog log;
    private final FingerprintShare fingerprints;
    private final Clock clock;

    FingerprintMemory(CallLog log, FingerprintShare fingerprints, Clock clock) {
        this.log = log;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("fingerprints").start(this::remember);
    }

    /** Reads the newest {@value #PAGE} times {@value #PAGES} calls of 30 days, and tells the screened ones oldest first. */
    void remember() {
        try {
            List<Shown> newest = new ArrayList<>();
            Instant now = clock.instant();
            CallFilter filter = CallFilter.between(now.minus(BACK), now);
            Optional<CallCursor> at = Optional.empty();
            for (int page = 0; page < PAGES && (page == 0 || at.isPresent()); page++) {
                CallPage found = log.search(new CallLog.Query(filter, at, PAGE));
                found.calls().stream()
                        .filter(call -> call.verdict().isPresent())
                        .map(call -> new Shown(call.caller(), call.trunk(), call.fingerprint()))
                        .forEach(newest::add);
                at = found.older();
            }
            newest.reversed().forEach(call -> fingerprints.seen(call.caller(), call.trunk(), call.fingerprint()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "fingerprints of earlier calls are not known; blocks wait until enough new calls were seen; look at the database",
                    e);
        }
    }
}
