package dev.quell.classifier;

import dev.quell.blocklist.ListEntry;
import dev.quell.call.IncomingCall;
import dev.quell.history.CallerProfile;
import java.util.Optional;

/**
 * Everything the rules may look at; nothing else decides.
 *
 * @param entry the deciding entry of the allow or block list
 * @param deterrentFree whether the deterrent queue has room
 */
public record Evidence(IncomingCall call, CallerProfile profile, Optional<ListEntry> entry, boolean deterrentFree) {}
