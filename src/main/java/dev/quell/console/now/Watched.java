package dev.quell.console.now;

import dev.quell.call.Printable;
import dev.quell.call.Switches;
import dev.quell.console.now.Now.Alarm;
import dev.quell.console.now.Now.Alarm.Kind;
import dev.quell.screening.enforcement.Enforcement;
import dev.quell.screening.enforcement.FloorState;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.TrafficView;
import dev.quell.traffic.TrafficWatch.TrunkView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What watches calls and would say so if something were wrong: the safety floor, trunks, lines, manager connections. */
@Component
final class Watched {
    private static final int TRUNKS = 50;
    private static final int LONGEST = 60;

    private final Enforcement enforcement;
    private final TrafficView traffic;
    private final Switches switches;

    Watched(Enforcement enforcement, TrafficView traffic, Switches switches) {
        this.enforcement = enforcement;
        this.traffic = traffic;
        this.switches = switches;
    }

    Now.Floor floor(Instant now) {
        FloorState state = enforcement.floor(now);
        return new Now.Floor(
                state.tripped(),
                state.calls(),
                state.diverted(),
                percent(state.share()),
                percent(state.limit()),
                state.enough(),
                state.window().toMinutes());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** Those with an alarm first. */
    List<Now.Trunk> trunks() {
        return traffic.trunks().stream()
                .map(Watched::trunk)
                .sorted(Comparator.comparing((Now.Trunk trunk) -> !trunk.fault() && !trunk.noMedia())
                        .thenComparing(Now.Trunk::name))
                .limit(TRUNKS)
                .toList();
    }

    private static Now.Trunk trunk(TrunkView view) {
        Surroundings.Trunk now = view.now();
        return new Now.Trunk(
                Printable.of(view.name(), LONGEST),
                Math.round(100 * now.silentShare()),
                Math.round(100 * now.usualSilentShare()),
                now.silentCallers(),
                Math.round(100 * view.withoutMedia()),
                now.fault(),
                view.noMedia());
    }

    /** What somebody should look at, the worst first. */
    List<Alarm> alarms(Now.Floor floor, List<Now.Trunk> trunks, List<Now.Queue> queues) {
        List<Alarm> found = new ArrayList<>();
        if (floor.tripped()) {
            found.add(new Alarm(Kind.FLOOR, "", floor.share(), floor.limit()));
        }
        switches.now().stream()
                .filter(state -> !state.connected())
                .forEach(state -> found.add(new Alarm(Kind.AMI, state.server(), "", "")));
        trunks.forEach(trunk -> trunk(trunk, found));
        traffic.unusualLines().forEach((line, state) -> line(line, state, found));
        queues.stream()
                .filter(queue -> queue.room() > 0 && queue.waiting() >= queue.room())
                .forEach(queue -> found.add(new Alarm(
                        Kind.QUEUE_FULL,
                        queue.server(),
                        Integer.toString(queue.waiting()),
                        Integer.toString(queue.room()))));
        found.sort(Comparator.comparing(Alarm::kind).thenComparing(Alarm::where));
        return found;
    }

    private static void trunk(Now.Trunk trunk, List<Alarm> found) {
        if (trunk.noMedia()) {
            found.add(new Alarm(Kind.NO_MEDIA, trunk.name(), Long.toString(trunk.withoutMedia()), ""));
        }
        if (trunk.fault()) {
            found.add(new Alarm(
                    Kind.TRUNK_SILENT, trunk.name(), Long.toString(trunk.silent()), Long.toString(trunk.usual())));
        }
    }

    private static void line(String name, Surroundings.Line line, List<Alarm> found) {
        String where = Printable.of(name, LONGEST);
        String callers = Integer.toString(line.newCallers());
        String usual = String.format(Locale.ROOT, "%.1f", line.usual());
        if (line.flood()) {
            found.add(new Alarm(Kind.FLOOD, where, callers, usual));
        }
        if (line.storm()) {
            found.add(new Alarm(Kind.STORM, where, callers, usual));
        }
    }
}
