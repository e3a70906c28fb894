package dev.quell.replay;

import dev.quell.blocklist.ListKeeping;
import dev.quell.call.CallEnded;
import dev.quell.call.Conduct;
import dev.quell.flag.Flag;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.screening.LadderFeed;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Tells of events whoever is told of them in a running service, in the same order: history, agents' trust, ladder, traffic. */
final class Told {

    /** How far back flags speak for or against an agent. */
    private static final Duration TRUST = Duration.ofDays(180);

    private final RememberedCallers callers;
    private final FlagsInMemory flags;
    private final FlagLedger ledger;
    private final LadderFeed ladder;
    private final TrafficWatch traffic;
    private final SimpleMeterRegistry faults = new SimpleMeterRegistry();

    Told(
            RememberedCallers callers,
            FlagsInMemory flags,
            FlagLedger ledger,
            ListKeeping lists,
            TrafficWatch traffic,
            Clock clock) {
        this.callers = callers;
        this.flags = flags;
        this.ledger = ledger;
        this.ladder = new LadderFeed(lists.fingerprints(), lists.strikes(), traffic, new FailOpens(faults, clock));
        this.traffic = traffic;
    }

    void screened(CallScreened call) {
        callers.change(
                call.call().caller(),
                call.call().arrivedAt(),
                known -> known.arrived(call.call(), call.disturbances()));
        ladder.screened(call);
    }

    void concluded(CallConcluded call, CallScreened screened, Set<Conduct> conduct) {
        CallEnded end = call.ended();
        callers.change(
                call.caller(),
                end.endedAt(),
                known -> known.ended(
                        screened.call(), end.endedAt(), end.answered(), end.side(), call.outcome(), conduct));
        Instant arrivedAt = screened.call().arrivedAt();
        ledger.ended(call.caller(), end.agent(), call.outcome(), arrivedAt);
        traffic.concluded(new ConcludedCall(
                call.caller(),
                call.trunk(),
                call.line(),
                arrivedAt,
                call.outcome(),
                end.answered(),
                end.side(),
                end.endedAt()));
        ladder.on(call);
        requireNoFault();
    }

    void flagged(Flag flag, String trunk, Instant now) {
        remember(flag, now);
        if (flag.caller().identifies()) {
            ledger.flagged(flag.caller(), flag.call(), flag.agent(), flag.at());
        }
        ledger.forgetBefore(now.minus(TRUST));
        traffic.flagged(flag.caller(), trunk, flag.at());
    }

    void undone(Flag flag, String trunk, String by, Instant now) {
        remember(flag, now);
        ledger.undone(flag.caller(), flag.call(), flag.agent(), by);
        traffic.unflagged(flag.caller(), trunk, flag.at());
    }

    private void remember(Flag flag, Instant now) {
        callers.change(flag.caller(), now, known -> known.flagged(flags.on(flag.caller())));
    }

    /** What a service would survive by letting calls pass is a fault of a replay. */
    private void requireNoFault() {
        if (!faults.getMeters().isEmpty()) {
            throw new IllegalStateException("the ladder of automatic blocks failed; this is a fault in Quell");
        }
    }
}
