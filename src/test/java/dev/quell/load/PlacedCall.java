package dev.quell.load;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A call as Asterisk knows it when it asks for the verdict.
 *
 * @param id the linkedid, unique within one Asterisk
 * @param line the number called
 * @param trunk the trunk that it came over
 * @param number the caller's number as shown, raw
 * @param userAgent the far side's User-Agent, raw
 * @param stir the attestation as the dialplan tells it, {@code none} or {@code A:} and the result in words
 */
public record PlacedCall(String id, String line, String trunk, String number, String userAgent, String stir) {

    /** An unsigned call. */
    public PlacedCall(String id, String line, String trunk, String number, String userAgent) {
        this(id, line, trunk, number, userAgent, "none");
    }

    /** An ordinary call to the line 4001 over the trunk {@code carrier}. */
    public static PlacedCall of(String id, String number) {
        return new PlacedCall(id, "4001", "carrier", number, "Carrier SBC 4.2");
    }

    /** The caller's channel. */
    public String channel() {
        return "PJSIP/" + trunk + "-" + id;
    }

    /** The same call to another line. */
    public PlacedCall to(String called) {
        return new PlacedCall(id, called, trunk, number, userAgent, stir);
    }

    /** The same call, its number vouched for in full by the network it comes from. */
    public PlacedCall signed() {
        return new PlacedCall(id, line, trunk, number, userAgent, "A:Verification_Passed");
    }

    String fromHeader() {
        return "<sip:" + number + "@" + trunk + ".example.net>;tag=" + id;
    }

    static String base64(String raw) {
        return Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }
}
