package dev.quell.asterisk.agi;

import dev.quell.call.CallId;
import dev.quell.classifier.Action;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which calls are in a dialogue, and how many may be. */
final class DialogueRoom {

    private static final Logger LOG = LoggerFactory.getLogger(DialogueRoom.class);

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();
    private final Map<CallId, Action> led = new ConcurrentHashMap<>();

    DialogueRoom(int most, MeterRegistry meters) {
        this.most = most;
        Gauge.builder("quell.agi.dialogues", inside, AtomicInteger::get)
                .description("Calls in a listen or challenge dialogue now")
                .register(meters);
    }

    /**
     * Takes a place; false if there is none, and then nothing is to be left.
     *
     * @param kind LISTEN or CHALLENGE
     */
    boolean enter(CallId call, Action kind) {
        if (inside.incrementAndGet() <= most) {
            led.put(call, kind);
            return true;
        }
        inside.decrementAndGet();
        LOG.warn("{} calls are in a dialogue already (quell.asterisk.agi.max-calls); this one passes unheard.", most);
        return false;
    }

    void leave(CallId call) {
        led.remove(call);
        inside.decrementAndGet();
    }

    /** Which call is in which dialogue now. */
    Map<CallId, Action> now() {
        return Map.copyOf(led);
    }
}
