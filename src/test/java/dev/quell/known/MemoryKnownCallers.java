package dev.quell.known;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Known callers in memory. */
final class MemoryKnownCallers implements KnownCallerStore {

    private final Map<String, KnownCaller> rows = new TreeMap<>();

    private static String key(CallerNumber caller, KnownAs as) {
        return caller.key() + as;
    }

    @Override
    public List<KnownCaller> all(Instant at) {
        return rows.values().stream().filter(known -> known.holds(at)).toList();
    }

    @Override
    public void put(Collection<KnownCaller> known) {
        known.forEach(one -> rows.put(key(one.caller(), one.as()), one));
    }

    @Override
    public boolean remove(CallerNumber caller, KnownAs as, Instant at) {
        return rows.remove(key(caller, as)) != null;
    }
}
