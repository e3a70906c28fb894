package dev.quell.console.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest entries of a map, at most so many. Safe for several threads. */
final class Newest<K, V> {
    private final int most;
    private final Map<K, V> kept = new LinkedHashMap<>();

    Newest(int most) {
        this.most = most;
    }

    synchronized void put(K key, V value) {
        kept.remove(key);
        kept.put(key, value);
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    synchronized void remove(K key) {
        kept.remove(key);
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** All of them, oldest first. */
    synchronized List<V> values() {
        return List.copyOf(kept.values());
    }
}
