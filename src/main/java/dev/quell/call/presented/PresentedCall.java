package dev.quell.call.presented;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;

/**
 * What a switch says about an inbound call, as it came: nothing in it is filtered yet. A text that is not known is empty.
 *
 * @param channel the switch's name for the caller's leg
 * @param number the calling number as shown
 * @param presentation {@code prohib…} or {@code unavailable} if the number is withheld whatever it says
 * @param name the calling name as shown
 * @param asserted P-Asserted-Identity header
 * @param attestation what the switch's verification of the signature (RFC 8224) found
 * @param trunk the way the call came in; empty if the switch cannot tell
 * @param line the number called
 * @param from From header
 * @param userAgent User-Agent header
 * @param codec of the caller's audio
 * @param forwarded whether the call was diverted to us
 * @param priority Priority header
 * @param language of the call, for example {@code zh}
 */
public record PresentedCall(
        CallId id,
        String channel,
        String number,
        String presentation,
        String name,
        String asserted,
        Attestation attestation,
        String trunk,
        String line,
        String from,
        String userAgent,
        String codec,
        boolean forwarded,
        String priority,
        String language) {}
