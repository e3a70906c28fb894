package dev.quell.storage;

import dev.quell.call.CallerNumber;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCallers;
import dev.quell.storage.memory.Standing;
import java.time.Instant;
import java.util.Set;

/** What the site says of callers, and how often its agents' flags held. */
record LiveStanding(KnownCallers callers, FlagLedger ledger) implements Standing {

    @Override
    public Set<KnownAs> known(CallerNumber caller, Instant at) {
        return callers.as(caller, at);
    }

    @Override
    public double trust(String agent) {
        return ledger.weight(agent);
    }
}
