package dev.quell.replay;

import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallOutcome;
import dev.quell.call.IncomingCall;
import java.util.Optional;

/**
 * What a call that ended was taken for.
 *
 * @param because why, in words
 * @param block the automatic block that the call led to, empty if none
 */
public record Concluded(IncomingCall call, CallOutcome outcome, String because, Optional<ListEntry> block) {}
