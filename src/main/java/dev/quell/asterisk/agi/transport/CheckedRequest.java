package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.RefusedException;

/** What became of a request's headers. */
public sealed interface CheckedRequest {

    /** They are as Asterisk sends them. */
    record Accepted(AgiHeaders headers) implements CheckedRequest {}

    /** They are not. */
    record Refused(RefusedException why) implements CheckedRequest {}
}
