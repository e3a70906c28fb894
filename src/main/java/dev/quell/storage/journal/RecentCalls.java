package dev.quell.storage.journal;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What was told of calls and is not in the database yet, and the newest calls that are. Safe for many threads; {@link #taken} is for one. */
final class RecentCalls {

    /** How many verdicts are remembered that are in the database; with more of them the collector copies each twice before it is dropped. */
    private static final int KEPT_VERDICTS = 2_000;

    /** How many ends are remembered, by their ids alone, that are in the database. */
    private static final int KEPT_ENDS = 10_000;

    private final Map<CallId, CallAppend> byId = new ConcurrentHashMap<>();
    private final Map<CallToken, CallAppend> byToken = new ConcurrentHashMap<>();
    private final Map<CallerNumber, List<CallAppend>> byCaller = new ConcurrentHashMap<>();
    private final Map<CallId, CallAppend> ends = new ConcurrentHashMap<>();
    private final Set<CallId> ended = ConcurrentHashMap.newKeySet();
    private final Queue<CallAppend> durable = new ConcurrentLinkedQueue<>();
    private final Deque<CallAppend> keptVerdicts = new ArrayDeque<>();
    private final Deque<CallId> keptEnds = new ArrayDeque<>();

    /** A verdict is about to be appended. */
    void note(CallAppend verdict, CallScreened call) {
        byId.put(call.call().id(), verdict);
        byToken.put(call.token(), verdict);
        noteCaller(verdict);
    }

    /** Claims a call's end for a telling; null if it succeeded, otherwise the telling that was before. */
    @Nullable
    CallAppend claim(CallAppend end, CallConcluded call) {
        CallAppend before = ends.putIfAbsent(call.ended().id(), end);
        if (before == null) {
            noteCaller(end);
        }
        return before;
    }

    private static List<CallAppend> with(List<CallAppend> old, List<CallAppend> one) {
        CallAppend[] all = old.toArray(new CallAppend[old.size() + 1]);
        all[old.size()] = one.getFirst();
        return List.of(all);
    }

    private void noteCaller(CallAppend append) {
        CallerNumber caller = append.caller();
        if (caller != null) {
            byCaller.merge(caller, List.of(append), RecentCalls::with);
        }
    }

    /** A record became durable; called in the order of records. */
    void durable(CallAppend append) {
        durable.add(append);
    }

    /** A record did not become durable, or need not. */
    void drop(CallAppend append) {
        CallScreened call = append.screened();
        if (call != null) {
            forget(append, call);
        }
        CallConcluded end = append.concluded();
        if (end != null) {
            ends.remove(end.ended().id(), append);
        }
        dropCaller(append);
    }

    private void forget(CallAppend verdict, CallScreened call) {
        byId.remove(call.call().id(), verdict);
        byToken.remove(call.token(), verdict);
    }

    private void dropCaller(CallAppend append) {
        CallerNumber caller = append.caller();
        if (caller != null) {
            byCaller.computeIfPresent(caller, (each, all) -> without(all, append));
        }
    }

    private static @Nullable List<CallAppend> without(List<CallAppend> all, CallAppend gone) {
        List<CallAppend> rest = new ArrayList<>(all.size());
        for (CallAppend each : all) {
            if (each != gone) {
                rest.add(each);
            }
        }
        return rest.isEmpty() ? null : rest;
    }

    /** Records up to a number are in the database. */
    void taken(long sequence) {
        for (CallAppend each = durable.peek(); each != null && each.sequence() <= sequence; each = durable.peek()) {
            durable.remove();
            keep(each);
            dropCaller(each);
        }
    }

    private void keep(CallAppend append) {
        if (append.screened() != null) {
            keptVerdicts.add(append);
        }
        CallConcluded end = append.concluded();
        if (end != null) {
            ended.add(end.ended().id());
            keptEnds.add(end.ended().id());
            ends.remove(end.ended().id(), append);
        }
        if (keptVerdicts.size() > KEPT_VERDICTS) {
            CallAppend old = keptVerdicts.remove();
            Optional.ofNullable(old.screened()).ifPresent(call -> forget(old, call));
        }
        if (keptEnds.size() > KEPT_ENDS) {
            ended.remove(keptEnds.remove());
        }
    }

    /** The call that a token belongs to; empty if it is not remembered. */
    Optional<CallScreened> find(CallToken token) {
        return Optional.ofNullable(byToken.get(token)).map(CallAppend::screened);
    }

    /** A call's newest verdict; empty if it is not remembered. */
    Optional<CallScreened> find(CallId id) {
        return Optional.ofNullable(byId.get(id)).map(CallAppend::screened);
    }

    /** Whether a call's end is being written down, or is and was not taken into the database yet. */
    boolean isEnding(CallId id) {
        return ends.containsKey(id);
    }

    /** Whether a call's end is remembered. */
    boolean hasEnded(CallId id) {
        return ended.contains(id);
    }

    /** What is told of a caller's calls and may not be in the database, oldest first. */
    List<CallAppend> of(CallerNumber caller) {
        return byCaller.getOrDefault(caller, List.of());
    }

    /** The oldest durable record that is not in the database; null if there is none. */
    @Nullable
    CallAppend oldest() {
        return durable.peek();
    }
}
