package dev.quell.classifier;

import dev.quell.blocklist.ListMatch;
import dev.quell.call.IncomingCall;
import dev.quell.history.CallerFacts;
import dev.quell.history.CallerProfile;
import dev.quell.traffic.Surroundings;
import java.util.Optional;

/**
 * Everything the rules may look at; nothing else decides.
 *
 * @param facts what the profile amounts to for this call
 * @param surroundings what goes on around the call
 * @param inCall what was heard in the call so far
 * @param entry the deciding entry of the allow or block list
 * @param deterrentFree whether the deterrent queue has room
 */
public record Evidence(
        IncomingCall call,
        CallerProfile profile,
        CallerFacts facts,
        Surroundings surroundings,
        InCall inCall,
        Optional<ListMatch> entry,
        boolean deterrentFree) {

    /** With the facts counted. */
    public Evidence(
            IncomingCall call,
            CallerProfile profile,
            Surroundings surroundings,
            InCall inCall,
            Optional<ListMatch> entry,
            boolean deterrentFree) {
        this(call, profile, CallerFacts.of(profile, call), surroundings, inCall, entry, deterrentFree);
    }

    /** What is known when a call arrives. */
    public static Evidence arriving(
            IncomingCall call,
            CallerProfile profile,
            Surroundings surroundings,
            Optional<ListMatch> entry,
            boolean deterrentFree) {
        return new Evidence(call, profile, surroundings, InCall.NOTHING, entry, deterrentFree);
    }

    /** The same with what was heard in the call since. */
    public Evidence hearing(InCall heard) {
        return new Evidence(call, profile, facts, surroundings, heard, entry, deterrentFree);
    }
}
