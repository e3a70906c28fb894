package dev.quell.replay;

import dev.quell.call.CallId;
import dev.quell.screening.CallScreened;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that live, and the latest {@value #MOST} that have ended. Of more than so many that never end the oldest are forgotten. */
final class CallBook {

    private static final int MOST = 50_000;

    private final Map<CallId, CallScreened> living = new LinkedHashMap<>();
    private final Map<CallId, CallScreened> ended = new LinkedHashMap<>();

    void arrived(CallScreened call) {
        put(living, call);
    }

    /**
     * Notes a call's end.
     *
     * @throws IllegalArgumentException if no such call lives
     */
    CallScreened ended(CallId id) {
        CallScreened call = living.remove(id);
        if (call == null) {
            throw new IllegalArgumentException(
                    "no call " + id + " lives; a call arrives before it ends, and ends once");
        }
        put(ended, call);
        return call;
    }

    boolean lives(CallId id) {
        return living.containsKey(id);
    }

    /** A call that lives, or ended not long ago. */
    Optional<CallScreened> find(CallId id) {
        CallScreened call = living.get(id);
        return Optional.ofNullable(call != null ? call : ended.get(id));
    }

    private static void put(Map<CallId, CallScreened> calls, CallScreened call) {
        calls.put(call.call().id(), call);
        if (calls.size() > MOST) {
            calls.remove(calls.keySet().iterator().next());
        }
    }
}
