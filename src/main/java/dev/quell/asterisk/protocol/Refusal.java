package dev.quell.asterisk.protocol;

import java.util.Locale;

/** Why something that came from outside is not answered. The call passes, for no answer is an answer that lets it pass. */
public enum Refusal {
    /** The host is not among the peers. */
    PEER,
    /** The connection was closed before a request came. */
    NO_REQUEST,
    /** It waited too long for its turn: the machine is overloaded, or was stopped for a while. */
    LATE,
    /** The end of the request did not come in time. */
    TOO_SLOW,
    /** More lines or characters than a request may have. */
    TOO_LONG,
    /** Not a request: a control character, or a line that is no header. */
    GARBAGE,
    /** A header that Asterisk does not send. */
    HEADER_UNKNOWN,
    HEADER_TWICE,
    SCRIPT_UNKNOWN,
    VERSION,
    TOKEN,
    KEY_UNKNOWN,
    KEY_TWICE,
    KEY_MISSING,
    /** A value outside its alphabet, its length or its range. */
    VALUE,
    BASE64,
    /** A call's token that belongs to no call. */
    CALL_UNKNOWN;

    /** The name as a metric's tag: lower case with hyphens. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
