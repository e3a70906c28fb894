package dev.quell.testing;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.KnownAs;
import dev.quell.history.PastCall;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Calls in memory: the journal, and the history that it makes. */
public final class MemoryCalls implements CallJournal, CallerHistory {

    private static final Duration MEMORY = Duration.ofDays(90);
    private static final Duration FLAG_SPACING = Duration.ofDays(7);

    private final Map<CallId, CallScreened> screened = new LinkedHashMap<>();
    private final Map<CallId, CallConcluded> concluded = new LinkedHashMap<>();
    private final Set<CallerNumber> customers = new HashSet<>();
    private final MemoryFlags flags;

    public MemoryCalls(MemoryFlags flags) {
        this.flags = flags;
    }

    /** Makes a caller a known customer. */
    public void know(CallerNumber caller) {
        customers.add(caller);
    }

    @Override
    public CompletableFuture<Void> screened(CallScreened call) {
        screened.put(call.call().id(), call);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Boolean> concluded(CallConcluded call) {
        return CompletableFuture.completedFuture(
                concluded.putIfAbsent(call.ended().id(), call) == null);
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        return Optional.ofNullable(screened.get(id));
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        return screened.values().stream()
                .filter(call -> call.token().equals(token))
                .findFirst();
    }

    /** How a call was concluded. */
    public Optional<CallConcluded> ending(CallId id) {
        return Optional.ofNullable(concluded.get(id));
    }

    @Override
    public CallerProfile of(CallerNumber caller, Instant asOf) {
        if (!caller.identifies()) {
            return CallerProfile.stranger(asOf);
        }
        List<PastCall> calls = screened.values().stream()
                .map(CallScreened::call)
                .filter(call ->
                        call.caller().equals(caller) && !call.arrivedAt().isAfter(asOf))
                .sorted(Comparator.comparing(IncomingCall::arrivedAt))
                .map(this::past)
                .toList();
        Set<KnownAs> known = customers.contains(caller) ? Set.of(KnownAs.CUSTOMER) : Set.of();
        return new CallerRecord(calls, flags.on(caller)).asOf(asOf, MEMORY, FLAG_SPACING, known);
    }

    private PastCall past(IncomingCall call) {
        Optional<CallConcluded> ending = ending(call.id());
        return new PastCall(
                call.id(),
                call.arrivedAt(),
                call.line().number(),
                call.line().profile(),
                call.trunk(),
                call.fingerprint().key(),
                call.attestation(),
                ending.map(end -> Duration.between(call.arrivedAt(), end.ended().endedAt()))
                        .orElse(Duration.ZERO),
                ending.map(end -> end.ended().answered()).orElse(Duration.ZERO),
                ending.map(end -> end.ended().side()).orElse(HangupSide.UNKNOWN),
                ending.map(CallConcluded::outcome).orElse(CallOutcome.UNKNOWN),
                ending.map(CallConcluded::conduct).orElse(Set.of()),
                Optional.ofNullable(screened.get(call.id()))
                        .map(CallScreened::disturbances)
                        .orElse(Set.of()));
    }
}
