package dev.quell.classifier;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.history.CallerProfile;
import dev.quell.history.KnownAs;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * One call of {@code src/test/resources/calls/*.yml} with the verdict expected of it. What is left out is ordinary.
 *
 * @param known as what the site knows the caller
 * @param entry the deciding entry of the lists
 * @param surroundings what goes on around the call
 * @param history earlier calls
 * @param flags flags on the caller
 * @param inCall what was heard in the call so far
 */
public record SampleCall(
        String name,
        @DefaultValue("+8613800138000") String caller,
        @DefaultValue("") String asserted,
        @DefaultValue("none") Attestation attestation,
        @DefaultValue SampleLine line,
        @DefaultValue("false") boolean forwarded,
        @DefaultValue("false") boolean callback,
        @DefaultValue Set<KnownAs> known,
        @Nullable SampleEntry entry,
        @DefaultValue("true") boolean deterrentFree,
        @DefaultValue Around surroundings,
        @DefaultValue List<Earlier> history,
        @DefaultValue List<EarlierFlag> flags,
        @DefaultValue Heard inCall,
        Expected expect) {

    /** When sample calls arrive. */
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    /** The line called. */
    public record SampleLine(
            @DefaultValue("4001") String number,
            @DefaultValue("standard") Profile profile,
            @DefaultValue("suspects") ListenPolicy listen,
            @DefaultValue("deter") BlockedPolicy blocked) {}

    /** An entry that decides; {@code left} is how long it still lasts, nothing for good. */
    public record SampleEntry(
            ListKind kind,
            String pattern,
            @DefaultValue("manual") ListEntry.Origin origin,
            Optional<Duration> left) {}

    /** What goes on around the call. */
    public record Around(
            @DefaultValue("0") double trunkLogOdds,
            @DefaultValue("0") double silentShare,
            @DefaultValue("0") int silentCallers,
            @DefaultValue("false") boolean fault,
            @DefaultValue("0") int newCallers,
            @DefaultValue("0") double usual,
            @DefaultValue("false") boolean flood,
            @DefaultValue("false") boolean storm,
            @DefaultValue("0") int rangeNuisances,
            @DefaultValue("0") int rangeTens,
            @DefaultValue("false") boolean elsewhere) {

        Surroundings surroundings() {
            return new Surroundings(
                    new Surroundings.Trunk(trunkLogOdds, silentShare, 0, silentCallers, fault),
                    new Surroundings.Line(newCallers, usual, flood, storm),
                    new Surroundings.Range(rangeNuisances, rangeTens),
                    elsewhere);
        }
    }

    /**
     * So many earlier calls, the first so long ago, each so long after the one before.
     *
     * @param uneven whether every second one comes half such a time early, as no machine calls
     * @param lasted from arrival to end; as long as it was answered if left out
     */
    public record Earlier(
            Duration ago,
            CallOutcome outcome,
            @DefaultValue("1") int times,
            @DefaultValue("1m") Duration every,
            @DefaultValue("false") boolean uneven,
            @DefaultValue("4001") List<String> lines,
            @DefaultValue("10s") Duration answered,
            Optional<Duration> lasted,
            @DefaultValue("none") Attestation attestation,
            @DefaultValue("caller") HangupSide side,
            @DefaultValue Set<Conduct> conduct,
            @DefaultValue Set<Disturbance> disturbances) {

        Instant arrival(int nth) {
            Duration early = uneven && nth % 2 == 1 ? every.dividedBy(2) : Duration.ZERO;
            return NOW.minus(ago).plus(every.multipliedBy(nth)).minus(early);
        }
    }

    /** A flag so long ago, of an agent whose flags held so often. */
    public record EarlierFlag(
            Duration ago,
            String agent,
            @DefaultValue("abuse") String reason,
            @DefaultValue("1.0") double weight) {}

    /** What was heard in the call itself. */
    public record Heard(
            @DefaultValue Set<Conduct> conduct,
            @DefaultValue("false") boolean noMedia,
            @DefaultValue("0s") Duration quietFor) {
        InCall inCall() {
            return new InCall(conduct, noMedia, quietFor);
        }
    }

    /**
     * The verdict.
     *
     * @param hits symbols present, each with the share of its weight that was found, before damping; 1 is all of it
     * @param misses symbols absent
     */
    public record Expected(
            Action action,
            @DefaultValue("score") String cause,
            @Name("class") CallClass callClass,
            Optional<Double> p,
            @DefaultValue Map<String, Double> hits,
            @DefaultValue Set<String> misses) {}

    Evidence evidence() {
        return Evidence.arriving(
                        call(),
                        new CallerProfile(calls(), pastFlags(), known, NOW),
                        surroundings.surroundings(),
                        Optional.ofNullable(entry).map(SampleCall::entry),
                        deterrentFree)
                .hearing(inCall.inCall());
    }

    private IncomingCall call() {
        CallBuilder builder = CallBuilder.aCall()
                .from(CallerNumber.ofKey(caller))
                .attested(attestation)
                .to(new Line(line.number, "sample", line.profile, line.listen, line.blocked))
                .forwarded(forwarded)
                .callback(callback);
        if (!asserted.isEmpty()) {
            builder.asserted(CallerNumber.ofKey(asserted));
        }
        return builder.at(NOW);
    }

    private List<PastCall> calls() {
        List<PastCall> calls = new ArrayList<>();
        for (Earlier earlier : history) {
            for (int i = 0; i < earlier.times; i++) {
                calls.add(call(earlier, i, calls.size()));
            }
        }
        calls.sort(Comparator.comparing(PastCall::arrivedAt));
        return calls;
    }

    private static PastCall call(Earlier earlier, int nth, int serial) {
        return new PastCall(
                new CallId("pbx", "1763700000." + serial),
                earlier.arrival(nth),
                earlier.lines.get(nth % earlier.lines.size()),
                Profile.STANDARD,
                "carrier",
                "||",
                earlier.attestation,
                earlier.lasted.orElse(earlier.answered),
                earlier.answered,
                earlier.side,
                earlier.outcome,
                earlier.conduct,
                earlier.disturbances);
    }

    private List<PastFlag> pastFlags() {
        return flags.stream()
                .map(flag -> new PastFlag(NOW.minus(flag.ago), flag.agent, flag.reason, flag.weight))
                .sorted(Comparator.comparing(PastFlag::at))
                .toList();
    }

    private static ListMatch entry(SampleEntry entry) {
        return new ListMatch(7, entry.kind, ListPattern.parse(entry.pattern), entry.origin, entry.left.map(NOW::plus));
    }

    @Override
    public String toString() {
        return name;
    }
}
