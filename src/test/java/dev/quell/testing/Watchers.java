package dev.quell.testing;

import dev.quell.call.CallId;
import dev.quell.call.IncomingCall;
import dev.quell.flag.CallFlagged;
import dev.quell.flag.Flag;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.screening.CallConcluded;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficWatch;
import java.util.function.Function;
import org.springframework.context.event.EventListener;

/** Tells the ledger of flags and the watch on traffic what happens. */
final class Watchers {

    private final FlagLedger ledger;
    private final TrafficWatch traffic;
    private final Function<CallId, String> trunks;

    Watchers(FlagLedger ledger, TrafficWatch traffic, Function<CallId, String> trunks) {
        this.ledger = ledger;
        this.traffic = traffic;
        this.trunks = trunks;
    }

    @EventListener
    void on(CallConcluded call) {
        IncomingCall arrived = call.screened().orElseThrow().call();
        ledger.ended(call.caller(), call.ended().agent(), call.outcome(), arrived.arrivedAt());
        traffic.concluded(new ConcludedCall(
                call.caller(),
                call.trunk(),
                call.line(),
                arrived.arrivedAt(),
                call.outcome(),
                call.ended().answered(),
                call.ended().side(),
                call.ended().endedAt()));
    }

    @EventListener
    void on(CallFlagged told) {
        Flag flag = told.flag();
        String trunk = trunks.apply(flag.call());
        if (flag.undoneAt().isPresent()) {
            ledger.undone(flag.caller(), flag.call(), flag.agent(), told.by());
            traffic.unflagged(flag.caller(), trunk, flag.at());
        } else {
            if (flag.caller().identifies()) {
                ledger.flagged(flag.caller(), flag.call(), flag.agent(), flag.at());
            }
            traffic.flagged(flag.caller(), trunk, flag.at());
        }
    }
}
