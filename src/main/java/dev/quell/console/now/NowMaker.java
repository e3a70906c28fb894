package dev.quell.console.now;

import dev.quell.call.Switches;
import dev.quell.console.live.CallMemory;
import dev.quell.console.live.LiveView;
import dev.quell.console.live.Living;
import dev.quell.console.live.Stage;
import dev.quell.console.shell.Tongue;
import dev.quell.screening.FailOpen;
import dev.quell.screening.FailOpens;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the page shows. */
@Component
final class NowMaker {
    private static final int ROWS = 100;
    private static final int REASONS = 12;
    /** Reasons that there are words for. */
    static final Set<String> REASONS_KNOWN = Set.of(
            "blocklist",
            "classifier",
            "ended",
            "event",
            "hindsight",
            "history",
            "internal",
            "journal",
            "occupancy",
            "strikes",
            "traffic",
            "dialplan-guard",
            "dialplan-failed",
            "dialplan-skipped",
            "dialplan-dialogue");

    private final LiveView live;
    private final CallMemory memory;
    private final Switches switches;
    private final FailOpens failOpens;
    private final Watched watched;
    private final Dependencies dependencies;
    private final RowMaker rows;
    private final Clock clock;

    NowMaker(
            LiveView live,
            CallMemory memory,
            Switches switches,
            FailOpens failOpens,
            Watched watched,
            Dependencies dependencies,
            RowMaker rows,
            Clock clock) {
        this.live = live;
        this.memory = memory;
        this.switches = switches;
        this.failOpens = failOpens;
        this.watched = watched;
        this.dependencies = dependencies;
        this.rows = rows;
        this.clock = clock;
    }

    Now now(Tongue tongue) {
        Instant now = clock.instant();
        LiveView.Seen seen = live.now();
        List<Now.Queue> queues = switches.now().stream()
                .filter(Switches.State::connected)
                .map(NowMaker::queue)
                .toList();
        Now.Floor floor = watched.floor(now);
        List<Now.Trunk> trunks = watched.trunks();
        return new Now(
                now,
                live.sees(),
                watched.alarms(floor, trunks, queues),
                floor,
                figures(seen.calls()),
                queues,
                seen.calls().stream()
                        .limit(ROWS)
                        .map(call -> rows.of(call, tongue, now))
                        .toList(),
                Math.max(0, seen.calls().size() - ROWS),
                seen.others(),
                Chart.of(memory.rate(), now),
                trunks,
                passed(),
                dependencies.now());
    }

    private static Now.Queue queue(Switches.State state) {
        int waiting = state.waiting().orElse(0);
        int room = state.room().orElse(0);
        int percent = room == 0 ? 0 : Math.min(100, 100 * waiting / room);
        return new Now.Queue(state.server(), state.waiting().isPresent(), waiting, room, percent);
    }

    private static List<Now.Figure> figures(List<Living> calls) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage != Stage.REFUSED)
                .map(stage -> new Now.Figure(
                        stage,
                        calls.stream().filter(call -> call.stage() == stage).count()))
                .toList();
    }

    private List<Now.Passed> passed() {
        return Stream.concat(failOpens.last().stream(), memory.failOpens().stream())
                .sorted(Comparator.comparing(FailOpen::last).reversed())
                .limit(REASONS)
                .map(each ->
                        new Now.Passed(each.reason(), REASONS_KNOWN.contains(each.reason()), each.last(), each.count()))
                .toList();
    }
}
