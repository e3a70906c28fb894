package dev.quell.e2e.phone;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a call at a phone, as a SIPp scenario logs it: {@code answered <call id> <detail>}.
 *
 * @param callId the SIP Call-ID
 * @param detail the far end's audio port, the status of a refusal, or a ringing call's From; may be empty
 */
record PhoneEvent(Kind kind, String callId, String detail) {

    /** What happened. */
    enum Kind {
        /** An agent's phone rings. */
        RINGING,
        /** A caller was answered. */
        ANSWERED,
        /** An agent's phone answered. */
        TALKING,
        /** The call was refused with a final status. */
        REFUSED,
        /** The far end hung up. */
        RELEASED,
        /** This end hung up. */
        GONE,
        /** The call stopped ringing unanswered. */
        MISSED
    }

    static Optional<PhoneEvent> parse(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        return Optional.of(new PhoneEvent(kind, parts[1], parts.length == 3 ? parts[2].strip() : ""));
    }
}
