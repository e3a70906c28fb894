package dev.quell.simulation.measure;

import dev.quell.backtest.measure.Confusion.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the scenario table.
 *
 * @param nuisance whether these are nuisance callers
 * @param perCaller of the callers, how many met it at least once
 * @param perCall of the calls, how many met it
 * @param withAgents calls that an agent had
 * @param blocks automatic blocks made against their numbers
 */
public record Row(
        String scenario,
        boolean nuisance,
        long callers,
        long calls,
        Map<Met, Share> perCaller,
        Map<Met, Share> perCall,
        long withAgents,
        long blocks) {

    public Row {
        perCaller = Map.copyOf(perCaller);
        perCall = Map.copyOf(perCall);
    }

    /** Of the callers, how many met this at least once. */
    public Share callers(Met what) {
        return perCaller.getOrDefault(what, new Share(0, callers));
    }

    /** Of the calls, how many met this. */
    public Share calls(Met what) {
        return perCall.getOrDefault(what, new Share(0, calls));
    }

    /** Several lines in one. */
    static Row sum(String name, boolean nuisance, List<Row> rows) {
        long callers = rows.stream().mapToLong(Row::callers).sum();
        long calls = rows.stream().mapToLong(Row::calls).sum();
        Map<Met, Share> perCaller = new EnumMap<>(Met.class);
        Map<Met, Share> perCall = new EnumMap<>(Met.class);
        for (Met what : Met.values()) {
            perCaller.put(
                    what,
                    new Share(
                            rows.stream()
                                    .mapToLong(row -> row.callers(what).part())
                                    .sum(),
                            callers));
            perCall.put(
                    what,
                    new Share(
                            rows.stream()
                                    .mapToLong(row -> row.calls(what).part())
                                    .sum(),
                            calls));
        }
        return new Row(
                name,
                nuisance,
                callers,
                calls,
                perCaller,
                perCall,
                rows.stream().mapToLong(Row::withAgents).sum(),
                rows.stream().mapToLong(Row::blocks).sum());
    }
}
