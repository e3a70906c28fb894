package dev.quell.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to tell.
 *
 * @param about its facts by name: texts, numbers, true or false
 * @param shared what it is about, a trunk's alarm for example, if several instances notice it and one is to tell; empty if only one can
 */
public record Event(EventKind kind, Instant at, Map<String, Object> about, String shared) {

    public Event {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }

    /** Of this instance alone. */
    public Event(EventKind kind, Instant at, Map<String, Object> about) {
        this(kind, at, about, "");
    }
}
