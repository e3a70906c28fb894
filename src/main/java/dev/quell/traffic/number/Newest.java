package dev.quell.traffic.number;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known by name, of the names used last; the one longest unused gives way. */
public final class Newest<T> {

    private final Map<String, T> states = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final Function<String, T> maker;

    /** @param most how many names are kept, at least 1 */
    public Newest(int most, Function<String, T> maker) {
        this.most = most;
        this.maker = maker;
    }

    /** What is known of a name, made if there is nothing. */
    public T of(String name) {
        T state = states.get(name);
        if (state == null) {
            state = maker.apply(name);
            states.put(name, state);
            if (states.size() > most) {
                states.remove(states.keySet().iterator().next());
            }
        }
        return state;
    }

    /** What is known of a name, null if nothing. */
    public @Nullable T find(String name) {
        return states.get(name);
    }

    /** Everything that is known. */
    public Collection<T> all() {
        return Collections.unmodifiableCollection(states.values());
    }

    /** The same with the names. */
    public Map<String, T> byName() {
        return Collections.unmodifiableMap(states);
    }
}
