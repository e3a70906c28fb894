package dev.quell.asterisk.ended;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.asterisk.protocol.RefusedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets in what peers tell, answers with a sentence what is wrong, and counts. Fails closed: what is not taken is told again. */
@Component
class ToldDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ToldDesk.class);

    private final Peers peers;
    private final InstallationToken token;
    private final Refusals refusals;
    private final MeterRegistry meters;
    private final Map<Kind, Counter> counted = new ConcurrentHashMap<>();

    private record Kind(String what, String result) {}

    ToldDesk(Peers peers, InstallationToken token, MeterRegistry meters, Clock clock) {
        this.peers = peers;
        this.token = token;
        this.meters = meters;
        this.refusals = new Refusals(meters, clock, "quell.told.rejected", "It will be told again.");
    }

    /** What is done with one good request; returns the body of the answer. */
    interface Work {
        String with(Arguments arguments) throws RefusedException;
    }

    /** The answer to what is not worth reading: a stranger's, or too long; empty if the request is to be taken. Nothing of its body is read. */
    Optional<ResponseEntity<String>> turnsAway(String what, HttpServletRequest request) {
        try {
            peers.check(peer(request));
            ToldForm.checkUnread(request);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(refused(e, what, request));
        }
    }

    /** Takes one request that was not turned away; {@code what} names it in log and metrics. */
    ResponseEntity<String> take(String what, HttpServletRequest request, Form form, Work work) {
        try {
            String body = work.with(Arguments.read(ToldForm.pairs(request), form, token));
            boolean later = body.startsWith("LATER");
            count(what, later ? "later" : "taken");
            return ResponseEntity.status(later ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                    .body(body);
        } catch (RefusedException e) {
            return refused(e, what, request);
        } catch (RuntimeException e) {
            LOG.error("What the dialplan told ({}) could not be taken; it will be told again.", what, e);
            count(what, "failed");
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body("LATER: the service could not take it; its log says why");
        }
    }

    private ResponseEntity<String> refused(RefusedException e, String what, HttpServletRequest request) {
        refusals.note(e, request.getRemoteAddr(), what);
        return ResponseEntity.status(status(e.reason())).body("REFUSED: " + e.getMessage());
    }

    private static InetAddress peer(HttpServletRequest request) throws RefusedException {
        try {
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException e) {
            throw new RefusedException(Refusal.PEER, "the host has no address that can be checked");
        }
    }

    private static HttpStatus status(Refusal reason) {
        return switch (reason) {
            case PEER, TOKEN -> HttpStatus.FORBIDDEN;
            case TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
            case NO_REQUEST,
                    LATE,
                    TOO_SLOW,
                    GARBAGE,
                    HEADER_UNKNOWN,
                    HEADER_TWICE,
                    SCRIPT_UNKNOWN,
                    VERSION,
                    KEY_UNKNOWN,
                    KEY_TWICE,
                    KEY_MISSING,
                    VALUE,
                    BASE64,
                    CALL_UNKNOWN -> HttpStatus.BAD_REQUEST;
        };
    }

    private void count(String what, String result) {
        counted.computeIfAbsent(
                        new Kind(what, result), kind -> meters.counter("quell.told", "what", what, "result", result))
                .increment();
    }
}
