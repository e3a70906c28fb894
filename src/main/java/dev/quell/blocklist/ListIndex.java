package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lists in memory: a snapshot of the store, read at the first question and again after each change. Entries end by the clock without a new reading.
 * A protected number matches no block. Of several active entries for one pattern the one that ends last decides.
 */
@Component
final class ListIndex implements BlockList {

    private static final int SHORTEST_PREFIX = 5;
    private static final Comparator<ListEntry> LAST_TO_END =
            Comparator.comparing(entry -> entry.expiresAt().orElse(Instant.MAX));

    private final ListStore store;
    private final ProtectedNumbers untouchable;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    ListIndex(ListStore store, ProtectedNumbers untouchable, Clock clock) {
        this.store = store;
        this.untouchable = untouchable;
        this.clock = clock;
    }

    /** Where an entry is found: its list and the text of its pattern. */
    private record Key(ListKind kind, String pattern) {}

    /**
     * What the store had.
     *
     * @param longestPrefix digits and {@code +} of the longest prefix, 0 if there is none
     */
    private record Snapshot(Map<Key, List<ListEntry>> entries, int longestPrefix) {
        static Snapshot of(Collection<ListEntry> entries) {
            int longest = entries.stream()
                    .map(entry -> entry.pattern() instanceof ListPattern.Prefix(String start) ? start.length() : 0)
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            return new Snapshot(index(entries), longest);
        }
    }

    /** Reads the store again. */
    synchronized void reload() {
        snapshot = Snapshot.of(store.active(clock.instant()));
    }

    private static Map<Key, List<ListEntry>> index(Collection<ListEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> new Key(entry.kind(), entry.pattern().text()), HashMap::new, Collectors.toList()));
    }

    @Override
    public Optional<ListEntry> match(CallerNumber caller, Instant now) {
        if (!caller.identifies()) {
            return Optional.empty();
        }
        Optional<ListEntry> allowed = find(ListKind.ALLOW, caller, now);
        return allowed.isPresent() || untouchable.covers(caller) ? allowed : find(ListKind.BLOCK, caller, now);
    }

    private Optional<ListEntry> find(ListKind kind, CallerNumber caller, Instant now) {
        Snapshot known = current();
        Optional<ListEntry> exact = active(known, new Key(kind, caller.key()), now);
        if (exact.isPresent() || !(caller instanceof CallerNumber.E164(String number))) {
            return exact;
        }
        for (int length = Math.min(number.length(), known.longestPrefix()); length >= SHORTEST_PREFIX; length--) {
            Optional<ListEntry> prefix = active(known, new Key(kind, number.substring(0, length) + "*"), now);
            if (prefix.isPresent()) {
                return prefix;
            }
        }
        return Optional.empty();
    }

    private static Optional<ListEntry> active(Snapshot known, Key key, Instant now) {
        return known.entries().getOrDefault(key, List.of()).stream()
                .filter(entry -> entry.activeAt(now))
                .max(LAST_TO_END);
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        if (known == null) {
            known = Snapshot.of(store.active(clock.instant()));
            snapshot = known;
        }
        return known;
    }
}
