package dev.quell.testing;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes inbound calls for tests: an ordinary one, changed where the test says so. */
public final class CallBuilder {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private CallId id = new CallId("pbx", "1763800000." + SERIAL.incrementAndGet());
    private CallerNumber caller = new CallerNumber.E164("+8613800138000");
    private Optional<CallerNumber> asserted = Optional.empty();
    private Attestation attestation = Attestation.NONE;
    private String trunk = "carrier";
    private Line line = Line.standard("4001");
    private Fingerprint fingerprint = new Fingerprint("sip.example.net", "Phone/1.0", "alaw");
    private boolean overRest;
    private boolean forwarded;
    private boolean callback;

    /** A call with an id of its own from one mobile number to a standard line, unsigned, over the trunk {@code carrier}. */
    public static CallBuilder aCall() {
        return new CallBuilder();
    }

    public CallBuilder id(String linkedId) {
        id = new CallId("pbx", linkedId);
        return this;
    }

    public CallBuilder from(String key) {
        return from(CallerNumber.ofKey(key));
    }

    public CallBuilder from(CallerNumber number) {
        caller = number;
        return this;
    }

    public CallBuilder asserted(CallerNumber number) {
        asserted = Optional.of(number);
        return this;
    }

    public CallBuilder attested(Attestation kind) {
        attestation = kind;
        return this;
    }

    public CallBuilder over(String name) {
        trunk = name;
        return this;
    }

    public CallBuilder to(Line called) {
        line = called;
        return this;
    }

    public CallBuilder with(String userAgent) {
        fingerprint = new Fingerprint("sip.example.net", userAgent, "alaw");
        return this;
    }

    public CallBuilder forwarded(boolean diverted) {
        forwarded = diverted;
        return this;
    }

    public CallBuilder callback(boolean emergency) {
        callback = emergency;
        return this;
    }

    /** A call that a program asked about over REST. */
    public CallBuilder overRest() {
        id = new CallId("switch", id.linkedId());
        overRest = true;
        return this;
    }

    public IncomingCall at(Instant arrival) {
        return new IncomingCall(
                id,
                overRest ? "REST/token:ab12/sofia-1" : "PJSIP/" + trunk + "-" + id.linkedId(),
                caller,
                "",
                asserted,
                attestation,
                trunk,
                true,
                line,
                fingerprint,
                forwarded,
                callback,
                "zh",
                arrival);
    }
}
