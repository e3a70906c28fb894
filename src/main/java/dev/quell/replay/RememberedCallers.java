package dev.quell.replay;

import dev.quell.call.CallerNumber;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.KnownAs;
import dev.quell.history.PastFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What callers did before, in memory. Callers of whom nothing young enough is remembered are forgotten; if there are more calls and flags than
 * {@value #MOST}, those longest without a call are forgotten first.
 */
final class RememberedCallers implements CallerHistory {

    /** About 1.2 GB. */
    private static final long MOST = 4_000_000;

    private static final Duration LONGEST = Duration.ofDays(180);
    private static final CallerRecord NOTHING = new CallerRecord(List.of(), List.of());

    /** In the order of their latest change, the oldest first. */
    private final LinkedHashMap<CallerNumber, CallerRecord> callers = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<CallerNumber, Set<KnownAs>> known = new HashMap<>();
    private final FlagLedger ledger;
    private final Duration memory;
    private final Duration flagSpacing;
    private long weight;

    RememberedCallers(ReplaySettings settings, FlagLedger ledger) {
        this.ledger = ledger;
        this.memory = settings.memory().compareTo(LONGEST) < 0 ? settings.memory() : LONGEST;
        this.flagSpacing = settings.flags().spacing();
    }

    @Override
    public CallerProfile of(CallerNumber caller, Instant asOf) {
        if (!caller.identifies()) {
            return CallerProfile.stranger(asOf);
        }
        Set<KnownAs> as = known.getOrDefault(caller, Set.of());
        return weighed(callers.getOrDefault(caller, NOTHING)).asOf(asOf, memory, flagSpacing, as);
    }

    private CallerRecord weighed(CallerRecord caller) {
        if (caller.flags().isEmpty()) {
            return caller;
        }
        return caller.flagged(caller.flags().stream()
                .map(flag -> new PastFlag(flag.at(), flag.agent(), flag.reason(), ledger.weight(flag.agent())))
                .toList());
    }

    /** Changes what is remembered of a caller; nothing for one whom no number identifies. */
    void change(CallerNumber caller, Instant now, UnaryOperator<CallerRecord> change) {
        if (!caller.identifies()) {
            return;
        }
        CallerRecord before = callers.get(caller);
        CallerRecord after = change.apply(before == null ? NOTHING : before);
        callers.put(caller, after);
        weight += after.weight() - (before == null ? 0 : before.weight());
        forget(now);
    }

    private void forget(Instant now) {
        Instant from = now.minus(memory);
        Iterator<CallerRecord> oldest = callers.values().iterator();
        while (oldest.hasNext()) {
            CallerRecord caller = oldest.next();
            if (weight <= MOST && !latest(caller).isBefore(from)) {
                return;
            }
            oldest.remove();
            weight -= caller.weight();
        }
    }

    private static Instant latest(CallerRecord caller) {
        Instant call = caller.calls().isEmpty()
                ? Instant.MIN
                : caller.calls().getLast().arrivedAt();
        Instant flag = caller.flags().isEmpty()
                ? Instant.MIN
                : caller.flags().getLast().at();
        return call.isAfter(flag) ? call : flag;
    }

    void know(CallerNumber caller, KnownAs as) {
        known.merge(caller, Set.of(as), RememberedCallers::joined);
    }

    void unknow(CallerNumber caller, KnownAs as) {
        known.computeIfPresent(caller, (each, set) -> {
            Set<KnownAs> rest = EnumSet.copyOf(set);
            rest.remove(as);
            return rest.isEmpty() ? null : Set.copyOf(rest);
        });
    }

    private static Set<KnownAs> joined(Set<KnownAs> one, Set<KnownAs> other) {
        Set<KnownAs> all = EnumSet.copyOf(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
