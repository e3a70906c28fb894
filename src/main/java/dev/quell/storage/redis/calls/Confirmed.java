package dev.quell.storage.redis.calls;

import dev.quell.call.CallId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calls of which Redis has confirmed what was told of them at once, so that the records need not tell it again. The newest {@value #MOST} are known. */
final class Confirmed {

    private static final int MOST = 50_000;

    private final Map<CallId, Boolean> ended = new LinkedHashMap<>();

    /** Redis has what is told. */
    synchronized void add(ToldCall call) {
        ended.merge(call.id(), call.ends(), Boolean::logicalOr);
        if (ended.size() > MOST) {
            ended.remove(ended.keySet().iterator().next());
        }
    }

    /** Whether Redis has what is told, so that it may be left out. */
    synchronized boolean covers(ToldCall call) {
        Boolean known = ended.get(call.id());
        return known != null && (known || !call.ends());
    }

    /** Redis may have lost what it confirmed. */
    synchronized void clear() {
        ended.clear();
    }
}
