package dev.quell.traffic;

import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import java.time.Instant;
import java.util.function.Consumer;

/** Watches trunks, lines and ranges in memory. Thread-safe; time is that of the calls told to it. */
public final class TrafficWatch implements Traffic {

    private TrafficWatch() {}

    /** That tells nobody of what begins and ends. */
    public static TrafficWatch of(TrafficSettings settings) {
        return of(settings, event -> {});
    }

    /** That tells of what begins and ends. */
    public static TrafficWatch of(TrafficSettings settings, Consumer<TrafficEvent> events) {
        return new TrafficWatch();
    }

    @Override
    public Surroundings arrives(IncomingCall call, boolean stranger) {
        return Surroundings.CALM;
    }

    @Override
    public Surroundings around(IncomingCall call) {
        return Surroundings.CALM;
    }

    /** Takes note of a call's end. */
    public void concluded(ConcludedCall call) {}

    /** Takes note of an agent's flag on a call over a trunk. */
    public void flagged(CallerNumber caller, String trunk, Instant at) {}

    /** Takes a flag back that was told before. */
    public void unflagged(CallerNumber caller, String trunk, Instant at) {}

    /** Lets time pass without a call, so that what is over is told of. */
    public void pass(Instant now) {}
}
