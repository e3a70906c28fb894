package dev.quell.web.screen;

import dev.quell.call.CallId;
import dev.quell.call.IncomingCall;
import java.time.Duration;
import java.util.List;

/**
 * Under which id a call of another switch goes: its own, unless that is another call's. A SIP Call-ID is the caller's to choose, and counters begin anew: an id
 * that was seen before proves nothing.
 */
final class CallNaming {

    /** How long the same call may be asked about again: repeated requests, forks. */
    static final Duration SAME_WITHIN = Duration.ofMinutes(10);

    private CallNaming() {}

    /** Whether two are one call, asked about twice: by the same token, of one caller, line and trunk, the later one less than ten minutes behind. */
    static boolean same(IncomingCall before, IncomingCall now) {
        return facts(before).equals(facts(now))
                && before.arrivedAt().plus(SAME_WITHIN).isAfter(now.arrivedAt());
    }

    /** The ids that a call may go under, best first: the switch's own; with a digest of what the call is, the same for ten minutes; with its very arrival. */
    static List<CallId> of(IncomingCall call) {
        long slot = call.arrivedAt().getEpochSecond() / SAME_WITHIN.toSeconds();
        return List.of(call.id(), further(call, "slot " + slot), further(call, "at " + call.arrivedAt()));
    }

    private static CallId further(IncomingCall call, String when) {
        return SwitchCall.further(call.id(), String.join("\n", facts(call)) + "\n" + when);
    }

    private static List<String> facts(IncomingCall call) {
        return List.of(
                Asker.of(call.channel()), call.caller().key(), call.line().number(), call.trunk());
    }
}
