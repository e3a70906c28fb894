package dev.quell.storage.memory.packed;

import dev.quell.call.CallId;
import dev.quell.history.PastCall;
import java.time.Duration;
import java.time.Instant;

/** One call in bytes, without its time of arrival, which stands before it and is known to whoever reads on. Times are kept to the millisecond. */
final class CallCode {

    private static final int SITE_WORDS = 1 << 14;
    private static final int FINGERPRINTS = 1 << 16;

    /** Lines, trunks, servers: what the site has, as a rule. */
    private final Vocabulary site = new Vocabulary(SITE_WORDS);
    /** What callers choose, apart from it. */
    private final Vocabulary fingerprints = new Vocabulary(FINGERPRINTS);

    void write(PastCall call, PackWriter out) {
        LinkedId linked = LinkedId.of(call.id().linkedId());
        out.number(CallTraits.of(call, linked != null).code());
        site.write(call.id().server(), out);
        if (linked == null) {
            out.text(call.id().linkedId());
        } else {
            site.write(linked.prefix(), out);
            out.signed(linked.epoch() - second(call.arrivedAt().toEpochMilli())).number(linked.serial());
        }
        site.write(call.line(), out);
        site.write(call.trunk(), out);
        fingerprints.write(call.fingerprint(), out);
        out.signed(call.lasted().toMillis()).signed(call.answered().toMillis());
    }

    PastCall read(long arrivedAt, PackReader in) {
        CallTraits traits = CallTraits.of(in.number());
        return new PastCall(
                id(traits.numbered(), arrivedAt, in),
                Instant.ofEpochMilli(arrivedAt),
                site.read(in),
                traits.profile(),
                site.read(in),
                fingerprints.read(in),
                traits.attestation(),
                duration(in.signed()),
                duration(in.signed()),
                traits.side(),
                traits.outcome(),
                traits.conduct(),
                traits.disturbances());
    }

    private CallId id(boolean numbered, long arrivedAt, PackReader in) {
        String server = site.read(in);
        String name =
                numbered ? new LinkedId(site.read(in), in.signed() + second(arrivedAt), in.number()).name() : in.text();
        return new CallId(server, name);
    }

    static void skip(PackReader in) {
        boolean numbered = CallTraits.numbered(in.number());
        Vocabulary.skip(in);
        if (numbered) {
            Vocabulary.skip(in);
            in.skip(2);
        } else {
            in.skipText();
        }
        Vocabulary.skip(in);
        Vocabulary.skip(in);
        Vocabulary.skip(in);
        in.skip(2);
    }

    private static long second(long millis) {
        return Math.floorDiv(millis, 1000);
    }

    private static Duration duration(long millis) {
        return millis == 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
