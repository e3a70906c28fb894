package dev.quell.simulation.measure;

import dev.quell.backtest.measure.Confusion.Share;
import dev.quell.simulation.stage.FinishedCall;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of the good or of the nuisance callers of one scenario. */
final class Group {

    private final Map<String, CallerTrace> callers = new LinkedHashMap<>();
    private final Map<Met, Long> calls = new EnumMap<>(Met.class);
    private long total;
    private long answeredByAgents;
    private long blocks;

    void add(String caller, FinishedCall call) {
        Met what = Met.of(call.decided());
        callers.computeIfAbsent(caller, id -> new CallerTrace(call.person().identity()))
                .add(call, what);
        calls.merge(what, 1L, Long::sum);
        total++;
        answeredByAgents += call.course().reachedAgent() ? 1 : 0;
        blocks += call.concluded().block().isPresent() ? 1 : 0;
    }

    List<CallerTrace> callers() {
        return List.copyOf(callers.values());
    }

    Row row(String scenario, boolean nuisance) {
        Map<Met, Share> perCaller = new EnumMap<>(Met.class);
        Map<Met, Share> perCall = new EnumMap<>(Met.class);
        for (Met what : Met.values()) {
            long met =
                    callers.values().stream().filter(caller -> caller.met(what)).count();
            perCaller.put(what, new Share(met, callers.size()));
            perCall.put(what, new Share(calls.getOrDefault(what, 0L), total));
        }
        return new Row(scenario, nuisance, callers.size(), total, perCaller, perCall, answeredByAgents, blocks);
    }
}
