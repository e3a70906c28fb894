package dev.quell.history;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is remembered of one caller, to be looked at as of any moment. To take a call in twice, or a call's arrival after its end, changes nothing.
 *
 * @param calls oldest first, the newest {@link CallerProfile#MAX_CALLS} at most
 * @param flags standing flags, oldest first
 */
public record CallerRecord(List<PastCall> calls, List<PastFlag> flags) {

    /** So far apart one call's arrival may be told, where another instance took over from one that did not answer. */
    public static final Duration SAME_CALL = Duration.ofSeconds(10);

    public CallerRecord {
        calls = List.copyOf(calls);
        flags = List.copyOf(flags);
    }

    /** With a call that has just arrived, and what went on around it. */
    public CallerRecord arrived(IncomingCall call, Set<Disturbance> disturbances) {
        return find(call).isPresent() ? this : with(living(call, disturbances));
    }

    /** The newest are looked at first, back to where the same call cannot be any more. */
    private Optional<PastCall> find(IncomingCall call) {
        for (int i = calls.size() - 1;
                i >= 0 && secondsAfter(call.arrivedAt(), calls.get(i)) <= SAME_CALL.toSeconds();
                i--) {
            if (same(call.id(), call.arrivedAt(), calls.get(i))) {
                return Optional.of(calls.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean same(CallId id, Instant arrivedAt, PastCall past) {
        return Math.abs(secondsAfter(arrivedAt, past)) <= SAME_CALL.toSeconds()
                && past.id().equals(id);
    }

    private static long secondsAfter(Instant at, PastCall past) {
        return at.getEpochSecond() - past.arrivedAt().getEpochSecond();
    }

    /**
     * With a call whose end is known; what went on around it is known from its arrival.
     *
     * @param endedAt taken as the call's arrival if it is before
     */
    public CallerRecord ended(
            IncomingCall call,
            Instant endedAt,
            Duration answered,
            HangupSide side,
            CallOutcome outcome,
            Set<Conduct> conduct) {
        Duration lasted = Duration.between(call.arrivedAt(), endedAt);
        Set<Disturbance> disturbances = find(call).map(PastCall::disturbances).orElse(Set.of());
        return with(past(
                call, lasted.isNegative() ? Duration.ZERO : lasted, answered, side, outcome, conduct, disturbances));
    }

    /** With other flags: those that stand, oldest first. */
    public CallerRecord flagged(List<PastFlag> standing) {
        return new CallerRecord(calls, standing);
    }

    private CallerRecord with(PastCall call) {
        List<PastCall> all = new ArrayList<>(calls.size() + 1);
        for (PastCall past : calls) {
            if (!same(call.id(), call.arrivedAt(), past)) {
                all.add(past);
            }
        }
        int place = all.size();
        while (place > 0 && all.get(place - 1).arrivedAt().isAfter(call.arrivedAt())) {
            place--;
        }
        all.add(place, call);
        int tooMany = Math.max(0, all.size() - CallerProfile.MAX_CALLS);
        return new CallerRecord(all.subList(tooMany, all.size()), flags);
    }

    private static PastCall living(IncomingCall call, Set<Disturbance> disturbances) {
        return past(
                call, Duration.ZERO, Duration.ZERO, HangupSide.UNKNOWN, CallOutcome.UNKNOWN, Set.of(), disturbances);
    }

    private static PastCall past(
            IncomingCall call,
            Duration lasted,
            Duration answered,
            HangupSide side,
            CallOutcome outcome,
            Set<Conduct> conduct,
            Set<Disturbance> disturbances) {
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
                conduct,
                disturbances);
    }

    /**
     * As of a moment: what came later is left out, and so is what is older than {@code memory}; of an agent's flags only those {@code spacing} apart.
     *
     * @param known as what the site knows the caller
     */
    public CallerProfile asOf(Instant now, Duration memory, Duration spacing, Set<KnownAs> known) {
        Instant from = now.minus(memory);
        return new CallerProfile(
                within(calls, PastCall::arrivedAt, from, now),
                apart(within(flags, PastFlag::at, from, now), spacing),
                known,
                now);
    }

    /** Of what is in order of time those between two moments, both inclusive; the list itself if that is all of them. */
    private static <T> List<T> within(List<T> all, Function<T, Instant> at, Instant from, Instant to) {
        if (all.isEmpty()
                || (!at.apply(all.getFirst()).isBefore(from)
                        && !at.apply(all.getLast()).isAfter(to))) {
            return all;
        }
        return all.stream()
                .filter(each ->
                        !at.apply(each).isBefore(from) && !at.apply(each).isAfter(to))
                .toList();
    }

    private static List<PastFlag> apart(List<PastFlag> flags, Duration spacing) {
        if (flags.isEmpty()) {
            return flags;
        }
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

    /** What it costs to remember: one, and one for each call and flag. */
    public int weight() {
        return 1 + calls.size() + flags.size();
    }
}
