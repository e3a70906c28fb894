package dev.quell.traffic;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;

/** Calls told to a watch in the order of time; who called before is a stranger no more. Ends are told when they are due. */
final class Scene {

    static final Instant START = Instant.parse("2026-11-16T00:00:00Z");

    private final List<TrafficEvent> events = new ArrayList<>();
    private final Set<CallerNumber> seen = new HashSet<>();
    private final PriorityQueue<ConcludedCall> due = new PriorityQueue<>(Comparator.comparing(ConcludedCall::at));
    private final TrafficWatch watch;
    private Instant now = START;
    private String trunk = "carrier";
    private String line = "4001";

    /** With the shipped settings, some changed: key, value, key, value… */
    Scene(String... changes) {
        watch = TrafficWatch.of(ShippedSettings.of("quell.traffic", TrafficSettings.class, changes), events::add);
    }

    TrafficWatch watch() {
        return watch;
    }

    List<TrafficEvent> events() {
        return events;
    }

    Instant now() {
        return now;
    }

    Scene over(String name) {
        trunk = name;
        return this;
    }

    Scene to(String number) {
        line = number;
        return this;
    }

    Scene pass(Duration time) {
        return passTo(now.plus(time));
    }

    /** Lets time pass; what ends until then is told. */
    Scene passTo(Instant moment) {
        while (!due.isEmpty() && !due.peek().at().isAfter(moment)) {
            watch.concluded(due.poll());
        }
        now = moment;
        watch.pass(now);
        return this;
    }

    static CallerNumber number(long serial) {
        return new CallerNumber.E164("+86138" + String.format(Locale.ROOT, "%08d", serial));
    }

    IncomingCall call(CallerNumber caller) {
        return CallBuilder.aCall()
                .from(caller)
                .over(trunk)
                .to(Line.standard(line))
                .at(now);
    }

    /** A call that never ends. */
    Surroundings arrives(CallerNumber caller) {
        return watch.arrives(call(caller), seen.add(caller));
    }

    /** A call that ends with an outcome after a while, hung up by its caller. */
    Surroundings arrives(CallerNumber caller, CallOutcome outcome, Duration answered) {
        Surroundings around = arrives(caller);
        due.add(new ConcludedCall(caller, trunk, line, now, outcome, answered, HangupSide.CALLER, now.plus(answered)));
        return around;
    }

    /** A call that is over at once. */
    Scene had(CallerNumber caller, CallOutcome outcome) {
        arrives(caller);
        watch.concluded(
                new ConcludedCall(caller, trunk, line, now, outcome, Duration.ofSeconds(10), HangupSide.CALLER, now));
        return this;
    }

    /** What goes on around a call of nobody in particular. */
    Surroundings around() {
        return watch.around(call(number(99_999_999)));
    }
}
