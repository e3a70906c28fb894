package dev.quell.e2e.phone;

import java.util.List;

/**
 * How a call is placed.
 *
 * @param line the number called
 * @param from the whole value of the From header without the tag
 * @param headers further header lines of the INVITE
 * @param address own address on the loopback network; it decides over which trunk the call comes
 * @param sound what the caller sends once answered
 */
public record Dial(String line, String from, List<String> headers, String address, Sound sound) {

    /** The trunk that most callers come over. */
    public static final String TRUNK = "127.0.0.1";

    public Dial {
        headers = List.copyOf(headers);
    }

    /** A speaking caller with a number, over the usual trunk. */
    public static Dial from(String number) {
        return new Dial("", "<sip:" + number + "@carrier.example>", List.of("User-Agent: phone"), TRUNK, Sound.SPEECH);
    }

    /** The same to a line. */
    public Dial to(String called) {
        return new Dial(called, from, headers, address, sound);
    }

    /** The same with another From header: display name and address as they go over the wire, percent escapes included. */
    public Dial as(String wholeFrom) {
        return new Dial(line, wholeFrom, headers, address, sound);
    }

    /** The same with other header lines. */
    public Dial with(String... lines) {
        return new Dial(line, from, List.of(lines), address, sound);
    }

    /** The same over the trunk of another loopback address. */
    public Dial over(String other) {
        return new Dial(line, from, headers, other, sound);
    }

    /** The same with another sound. */
    public Dial saying(Sound other) {
        return new Dial(line, from, headers, address, other);
    }

    /** The further header lines; a harmless one if there is none, as an empty line would end the message. */
    List<String> headersOrNone() {
        return headers.isEmpty() ? List.of("Allow: INVITE, ACK, BYE, CANCEL") : headers;
    }
}
