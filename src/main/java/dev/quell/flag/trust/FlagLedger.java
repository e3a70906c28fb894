package dev.quell.flag.trust;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.SaidFor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps account of which agents' flags held. Knows no store and no clock, so that live calls and replays share it; may be asked and told from any thread.
 *
 * <p>Of an agent's opinion of a number the first of these holds: it failed if somebody else took it back; it held if another agent flagged the number
 * too; it failed if the number had a good talk with another agent in a later call; it held if a later call was silent or noise; else it is open. An agent whose word a program passed on is that
 * agent ({@link SaidFor#voice}): two ways of one agent are one opinion.
 */
public final class FlagLedger {

    private final Map<CallerNumber, FlaggedCaller> callers = new HashMap<>();
    private final Map<String, FlagTrust> agents = new ConcurrentHashMap<>();

    /** An agent flagged a call; to be told twice changes nothing. */
    public void flagged(CallerNumber caller, CallId call, String agent, Instant at) {
        synchronized (callers) {
            change(
                    caller,
                    callers.computeIfAbsent(caller, each -> new FlaggedCaller()),
                    known -> known.flagged(call, agent, at));
        }
    }

    /** A flag was taken back: by whoever said it, and then it counts for nothing, or by somebody else, and then it failed. */
    public void undone(CallerNumber caller, CallId call, String agent, String by) {
        if (SaidFor.isBy(by, agent)) {
            changeKnown(caller, known -> known.withdrawn(call, agent));
        } else {
            refuted(caller, agent);
        }
    }

    /** Somebody who looked into it found that the agent's flags on a number were wrong. */
    public void refuted(CallerNumber caller, String agent) {
        changeKnown(caller, known -> known.refuted(SaidFor.voice(agent)));
    }

    /**
     * A call has ended.
     *
     * @param agent the agent who had it, empty if none
     */
    public void ended(CallerNumber caller, String agent, CallOutcome outcome, Instant arrivedAt) {
        changeKnown(caller, known -> known.ended(agent, outcome, arrivedAt));
    }

    /** Forgets a number: what is told of it afterwards begins anew. */
    public void forget(CallerNumber caller) {
        synchronized (callers) {
            FlaggedCaller known = callers.remove(caller);
            if (known != null) {
                known.counted().forEach((agent, fate) -> count(agent, fate, -1));
            }
        }
    }

    /** Forgets numbers that nobody has flagged for the first time since a moment. */
    public void forgetBefore(Instant moment) {
        synchronized (callers) {
            callers.entrySet().stream()
                    .filter(entry -> entry.getValue().olderThan(moment))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(this::forget);
        }
    }

    /** How much a flag of an agent counts, 0 to 1. */
    public double weight(String agent) {
        return of(agent).weight();
    }

    /** How often an agent's flags held. */
    public FlagTrust of(String agent) {
        return agents.getOrDefault(SaidFor.voice(agent), FlagTrust.NEW);
    }

    /** All agents with an opinion, by name. */
    public Map<String, FlagTrust> all() {
        return new TreeMap<>(agents);
    }

    private void changeKnown(CallerNumber caller, Consumer<FlaggedCaller> change) {
        synchronized (callers) {
            FlaggedCaller known = callers.get(caller);
            if (known != null) {
                change(caller, known, change);
            }
        }
    }

    private void change(CallerNumber caller, FlaggedCaller known, Consumer<FlaggedCaller> change) {
        change.accept(known);
        known.recount().forEach((agent, fate) -> count(agent, fate, -1));
        known.counted().forEach((agent, fate) -> count(agent, fate, 1));
        if (known.counted().isEmpty()) {
            callers.remove(caller);
        }
    }

    private void count(String agent, Fate fate, int by) {
        agents.compute(agent, (each, trust) -> {
            FlagTrust now = (trust == null ? FlagTrust.NEW : trust).plus(fate, by);
            return now.equals(FlagTrust.NEW) ? null : now;
        });
    }
}
