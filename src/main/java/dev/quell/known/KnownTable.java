package dev.quell.known;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Known callers by number; one a kind. May be read while it is changed. */
final class KnownTable {

    private final Map<CallerNumber, List<KnownCaller>> callers = new ConcurrentHashMap<>();

    List<KnownCaller> of(CallerNumber caller) {
        return callers.getOrDefault(caller, List.of());
    }

    Stream<KnownCaller> all() {
        return callers.values().stream().flatMap(List::stream);
    }

    void put(Collection<KnownCaller> known) {
        for (KnownCaller one : known) {
            callers.merge(
                    one.caller(),
                    List.of(one),
                    (old, added) -> Stream.concat(old.stream().filter(other -> other.as() != one.as()), added.stream())
                            .toList());
        }
    }

    void remove(CallerNumber caller, KnownAs as) {
        keep(caller, known -> known.as() != as);
    }

    void expire(Instant now) {
        callers.keySet().forEach(caller -> keep(caller, known -> known.holds(now)));
    }

    private void keep(CallerNumber caller, Predicate<KnownCaller> stays) {
        callers.computeIfPresent(caller, (each, known) -> {
            List<KnownCaller> left = known.stream().filter(stays).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** Numbers, not kinds. */
    int size() {
        return callers.size();
    }
}
