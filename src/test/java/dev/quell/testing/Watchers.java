package dev.quell.testing;

import dev.quell.flag.CallFlagged;
import dev.quell.flag.Flag;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.screening.CallConcluded;
import org.springframework.context.event.EventListener;

/** Tells the ledger of flags what happens. */
final class Watchers {

    private final FlagLedger ledger;

    Watchers(FlagLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(CallConcluded call) {
        ledger.ended(
                call.caller(),
                call.ended().agent(),
                call.outcome(),
                call.screened().orElseThrow().call().arrivedAt());
    }

    @EventListener
    void on(CallFlagged told) {
        Flag flag = told.flag();
        if (flag.undoneAt().isPresent()) {
            ledger.undone(flag.caller(), flag.call(), flag.agent(), told.by());
        } else if (flag.caller().identifies()) {
            ledger.flagged(flag.caller(), flag.call(), flag.agent(), flag.at());
        }
    }
}
