package dev.quell.storage.memory;

import dev.quell.call.CallEnded;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallConcluded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the cache holds of one caller. To take a call in twice, or a call's arrival after its end, changes nothing.
 *
 * @param calls oldest first, the newest {@link CallerProfile#MAX_CALLS} at most
 * @param flags standing flags, oldest first
 */
record CallerRecord(List<PastCall> calls, List<PastFlag> flags) {

    CallerRecord {
        calls = List.copyOf(calls);
        flags = List.copyOf(flags);
    }

    /** With a call that has just arrived. */
    CallerRecord arrived(IncomingCall call) {
        boolean known = calls.stream().anyMatch(past -> past.id().equals(call.id()));
        return known ? this : with(living(call));
    }

    /** With a call whose end is known. */
    CallerRecord ended(CallConcluded concluded, IncomingCall call) {
        return with(past(concluded, call));
    }

    private CallerRecord with(PastCall call) {
        List<PastCall> all = new ArrayList<>(calls.size() + 1);
        calls.stream().filter(past -> !past.id().equals(call.id())).forEach(all::add);
        all.add(call);
        all.sort(Comparator.comparing(PastCall::arrivedAt));
        int tooMany = Math.max(0, all.size() - CallerProfile.MAX_CALLS);
        return new CallerRecord(all.subList(tooMany, all.size()), flags);
    }

    private static PastCall living(IncomingCall call) {
        return past(call, Duration.ZERO, Duration.ZERO, HangupSide.UNKNOWN, CallOutcome.UNKNOWN);
    }

    private static PastCall past(CallConcluded concluded, IncomingCall call) {
        CallEnded ended = concluded.ended();
        Duration lasted = Duration.between(call.arrivedAt(), ended.endedAt());
        return past(
                call,
                lasted.isNegative() ? Duration.ZERO : lasted,
                ended.answered(),
                ended.side(),
                concluded.outcome());
    }

    private static PastCall past(
            IncomingCall call, Duration lasted, Duration answered, HangupSide side, CallOutcome outcome) {
        return new PastCall(
                call.id(),
                call.arrivedAt(),
                call.line().number(),
                call.line().profile(),
                call.trunk(),
                call.fingerprint().key(),
                call.attestation(),
                lasted,
                answered,
                side,
                outcome,
                Set.of());
    }

    /** As of a moment: what came later is left out, and so is what is older than {@code memory}; of an agent's flags only those {@code spacing} apart. */
    CallerProfile asOf(Instant now, Duration memory, Duration spacing) {
        Instant from = now.minus(memory);
        return new CallerProfile(
                calls.stream()
                        .filter(call -> within(call.arrivedAt(), from, now))
                        .toList(),
                apart(
                        flags.stream()
                                .filter(flag -> within(flag.at(), from, now))
                                .toList(),
                        spacing),
                Set.of(),
                now);
    }

    private static boolean within(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    private static List<PastFlag> apart(List<PastFlag> flags, Duration spacing) {
        Map<String, Instant> last = new HashMap<>();
        List<PastFlag> counted = new ArrayList<>();
        for (PastFlag flag : flags) {
            Instant before = last.get(flag.agent());
            if (before == null || !flag.at().isBefore(before.plus(spacing))) {
                last.put(flag.agent(), flag.at());
                counted.add(flag);
            }
        }
        return counted;
    }

    /** What it costs in the cache. */
    int weight() {
        return 1 + calls.size() + flags.size();
    }
}
