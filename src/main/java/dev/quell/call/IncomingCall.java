package dev.quell.call;

import java.time.Instant;
import java.util.Optional;

/**
 * One inbound call as the dialplan presented it for screening; all text is filtered.
 *
 * @param channel the caller's channel name
 * @param name caller name, printable, at most 80 characters, may be empty; chosen by the caller
 * @param asserted P-Asserted-Identity, present only if the trunk is trusted
 * @param trunk the way the call came in, {@code unknown} if the dialplan could not tell
 * @param trunkTrusted whether the site trusts what the trunk says about identities
 * @param forwarded whether the call was diverted to us
 * @param callback whether the Priority header says {@code psap-callback} (RFC 7090) or {@code emergency}
 * @param language the channel's language, for example {@code zh}
 */
public record IncomingCall(
        CallId id,
        String channel,
        CallerNumber caller,
        String name,
        Optional<CallerNumber> asserted,
        Attestation attestation,
        String trunk,
        boolean trunkTrusted,
        Line line,
        Fingerprint fingerprint,
        boolean forwarded,
        boolean callback,
        String language,
        Instant arrivedAt) {

    /** How the channel begins of a call that a program asked about over REST; no channel of Asterisk begins so. */
    public static final String REST = "REST/";

    /** Whether a program asked about it over REST, rather than Asterisk. */
    public boolean overRest() {
        return channel.startsWith(REST);
    }

    /** The same call by another name. */
    public IncomingCall as(CallId other) {
        return new IncomingCall(
                other,
                channel,
                caller,
                name,
                asserted,
                attestation,
                trunk,
                trunkTrusted,
                line,
                fingerprint,
                forwarded,
                callback,
                language,
                arrivedAt);
    }
}
