package dev.quell.screening.watch;

import dev.quell.call.CallId;
import dev.quell.flag.CallFlagged;
import dev.quell.flag.Flag;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.screening.ScreenedListener;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the traffic's watch what callers did and agents said; nothing that was decided about them. */
@Component
final class TrafficFeed implements ScreenedListener {

    private static final int CALLS = 20_000;
    private static final String REMEDY =
            "what goes on around calls is not counted; this is a fault in Quell, please report it with the lines below";

    private final LiveTraffic traffic;
    private final FailOpens failOpens;
    private final Map<CallId, String> trunks = new LinkedHashMap<>();

    TrafficFeed(LiveTraffic traffic, FailOpens failOpens) {
        this.traffic = traffic;
        this.failOpens = failOpens;
    }

    /** Remembers the trunks of the last {@value #CALLS} calls, for flags on them. */
    @Override
    public void screened(CallScreened call) {
        synchronized (trunks) {
            trunks.put(call.call().id(), call.call().trunk());
            if (trunks.size() > CALLS) {
                trunks.remove(trunks.keySet().iterator().next());
            }
        }
    }

    @EventListener
    void on(CallConcluded call) {
        Instant ended = call.ended().endedAt();
        Instant arrived =
                call.screened().map(screened -> screened.call().arrivedAt()).orElse(ended);
        ConcludedCall concluded = new ConcludedCall(
                call.caller(),
                call.trunk(),
                call.line(),
                arrived,
                call.outcome(),
                call.ended().answered(),
                call.ended().side(),
                ended);
        failOpens.guard("traffic", () -> traffic.tell(new TrafficFact.Ended(concluded)), REMEDY);
    }

    @EventListener
    void on(CallFlagged event) {
        Flag flag = event.flag();
        String trunk = trunk(flag.call());
        failOpens.guard(
                "traffic",
                () -> traffic.tell(new TrafficFact.Flagged(
                        flag.caller(), trunk, flag.at(), flag.undoneAt().isEmpty())),
                REMEDY);
    }

    private String trunk(CallId call) {
        synchronized (trunks) {
            return trunks.getOrDefault(call, "unknown");
        }
    }
}
