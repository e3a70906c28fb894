package dev.quell.storage.redis.calls;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.PastCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What all instances know of a caller together with what this one wrote down: each call once. Both are asked at the same time; where Redis does not answer
 * in time, this instance's own records answer alone, and the caller is read again when Redis is back. Flags come to each instance's own records by themselves.
 */
final class SharedPastCalls implements PastCalls {

    private final PastCalls own;
    private final RedisCalls shared;
    private final Unshared unshared;
    private final Duration timeout;

    SharedPastCalls(PastCalls own, RedisCalls shared, Unshared unshared, Duration timeout) {
        this.own = own;
        this.shared = shared;
        this.unshared = unshared;
        this.timeout = timeout;
    }

    @Override
    public List<PastCall> calls(CallerNumber caller, Instant from) {
        CompletableFuture<List<PastCall>> asked = shared.of(caller);
        List<PastCall> here = own.calls(caller, from);
        List<PastCall> elsewhere = answer(asked);
        if (elsewhere == null) {
            unshared.add(caller);
            return here;
        }
        return elsewhere.isEmpty() ? here : together(here, elsewhere, from);
    }

    private @Nullable List<PastCall> answer(CompletableFuture<List<PastCall>> asked) {
        try {
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            unshared.because(e.getCause() == null ? e : e.getCause());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Each call once, by its id; of two states of a call the one that knows more. */
    static List<PastCall> together(List<PastCall> here, List<PastCall> elsewhere, Instant from) {
        Map<CallId, PastCall> all = new LinkedHashMap<>();
        elsewhere.stream().filter(call -> !call.arrivedAt().isBefore(from)).forEach(call -> all.put(call.id(), call));
        here.forEach(call -> all.merge(call.id(), call, (told, mine) -> knows(mine) > knows(told) ? mine : told));
        List<PastCall> calls = new ArrayList<>(all.values());
        calls.sort(Comparator.comparing(PastCall::arrivedAt));
        return calls.subList(Math.max(0, calls.size() - CallerProfile.MAX_CALLS), calls.size());
    }

    private static int knows(PastCall call) {
        boolean ended = !call.lasted().isZero()
                || !call.answered().isZero()
                || call.side() != HangupSide.UNKNOWN
                || call.outcome() != CallOutcome.UNKNOWN;
        boolean screened = !call.fingerprint().equals("||");
        return (ended ? 2 : 0) + (screened ? 1 : 0);
    }

    @Override
    public List<PastFlag> flags(CallerNumber caller, Instant from) {
        return own.flags(caller, from);
    }
}
