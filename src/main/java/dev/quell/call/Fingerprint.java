package dev.quell.call;

/**
 * The signalling traits of a caller's equipment. Each is filtered text, empty if not known.
 *
 * @param fromHost host part of the From header
 * @param userAgent User-Agent header
 * @param codec codec of the caller's audio
 */
public record Fingerprint(String fromHost, String userAgent, String codec) {

    /** Nothing known. */
    public static final Fingerprint UNKNOWN = new Fingerprint("", "", "");

    /** One short text for comparing and storing: the traits joined by {@code |}. */
    public String key() {
        return fromHost + "|" + userAgent + "|" + codec;
    }
}
