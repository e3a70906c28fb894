package dev.quell.storage.journal;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Profile;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.memory.PastCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A caller's calls from the database, and over them what the journal has and the database has not yet. */
public final class JournaledPastCalls implements PastCalls {

    private final PastCalls stored;
    private final Journal journal;

    public JournaledPastCalls(PastCalls stored, Journal journal) {
        this.stored = stored;
        this.journal = journal;
    }

    /** The journal is asked first: what leaves it meanwhile is in the database. */
    @Override
    public List<PastCall> calls(CallerNumber caller, Instant from) {
        List<CallAppend> told = journal.recent().of(caller);
        List<PastCall> calls = stored.calls(caller, from);
        return told.isEmpty() ? calls : over(calls, told, from);
    }

    private static List<PastCall> over(List<PastCall> stored, List<CallAppend> told, Instant from) {
        Map<CallId, PastCall> calls = new LinkedHashMap<>();
        stored.forEach(call -> calls.put(call.id(), call));
        for (CallAppend append : told) {
            CallScreened screened = append.screened();
            if (screened != null) {
                calls.putIfAbsent(screened.call().id(), living(screened));
            }
            CallConcluded concluded = append.concluded();
            if (concluded != null) {
                calls.merge(concluded.ended().id(), unscreened(concluded), (known, end) -> ended(known, concluded));
            }
        }
        List<PastCall> all = new ArrayList<>(calls.values());
        all.removeIf(call -> call.arrivedAt().isBefore(from));
        all.sort(Comparator.comparing(PastCall::arrivedAt));
        return all.subList(Math.max(0, all.size() - CallerProfile.MAX_CALLS), all.size());
    }

    private static PastCall living(CallScreened screened) {
        IncomingCall call = screened.call();
        return new PastCall(
                call.id(),
                call.arrivedAt(),
                call.line().number(),
                call.line().profile(),
                call.trunk(),
                call.fingerprint().key(),
                call.attestation(),
                Duration.ZERO,
                Duration.ZERO,
                HangupSide.UNKNOWN,
                CallOutcome.UNKNOWN,
                Set.of(),
                screened.disturbances());
    }

    private static PastCall unscreened(CallConcluded concluded) {
        Instant arrived = concluded.ended().endedAt().minus(concluded.ended().answered());
        PastCall call = new PastCall(
                concluded.ended().id(),
                arrived,
                concluded.line(),
                Profile.PROTECTED,
                concluded.trunk(),
                new Fingerprint("", "", "").key(),
                Attestation.NONE,
                Duration.ZERO,
                Duration.ZERO,
                HangupSide.UNKNOWN,
                CallOutcome.UNKNOWN,
                Set.of());
        return ended(call, concluded);
    }

    private static PastCall ended(PastCall call, CallConcluded concluded) {
        Duration lasted = Duration.between(call.arrivedAt(), concluded.ended().endedAt());
        return new PastCall(
                call.id(),
                call.arrivedAt(),
                call.line(),
                call.profile(),
                call.trunk(),
                call.fingerprint(),
                call.attestation(),
                lasted.isNegative() ? Duration.ZERO : lasted,
                concluded.ended().answered(),
                concluded.ended().side(),
                concluded.outcome(),
                concluded.conduct(),
                call.disturbances());
    }

    @Override
    public List<PastFlag> flags(CallerNumber caller, Instant from) {
        return stored.flags(caller, from);
    }
}
