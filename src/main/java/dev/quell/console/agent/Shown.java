package dev.quell.console.agent;

import dev.quell.call.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which calls were shown to which agent on this instance: those are the ones that the agent may flag. At most {@value #MOST}, the newest. */
@Component
final class Shown {
    private static final int MOST = 20_000;
    private static final Duration TERM = Duration.ofHours(1);

    private final Clock clock;
    private final Map<Place, Instant> shown = new LinkedHashMap<>();

    Shown(Clock clock) {
        this.clock = clock;
    }

    private record Place(String agent, CallId call) {}

    synchronized void note(String agent, CallId call) {
        Place place = new Place(agent, call);
        shown.remove(place);
        shown.put(place, clock.instant());
        if (shown.size() > MOST) {
            shown.remove(shown.keySet().iterator().next());
        }
    }

    /** Whether a call was shown to an agent within the last hour. */
    synchronized boolean was(String agent, CallId call) {
        Instant at = shown.get(new Place(agent, call));
        return at != null && clock.instant().isBefore(at.plus(TERM));
    }
}
