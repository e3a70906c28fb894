package dev.quell.simulation.measure;

import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.measure.Roc;
import dev.quell.classifier.CallClass;
import dev.quell.simulation.SimulationSettings;
import dev.quell.simulation.stage.FinishedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what the calls of a run met. */
public final class Measurements implements Consumer<FinishedCall> {

    private static final String HARASSERS = "harassers";
    private static final Set<String> SET_PIECES = Set.of("heze", "heze-as-customer", "flood", "harassers");
    private static final int BINS = 10;

    private final Map<String, Group> good = new LinkedHashMap<>();
    private final Map<String, Group> nuisance = new LinkedHashMap<>();
    private final Map<String, Long> floods = new TreeMap<>();
    private double[] probabilities = new double[1 << 16];
    private boolean[] labels = new boolean[1 << 16];
    private String run = "";
    private int size;

    /** A run with a seed of its own begins: its callers are others than those before. */
    public void begin(long seed) {
        run = seed + ":";
    }

    @Override
    public void accept(FinishedCall call) {
        boolean bad = call.person().nuisance();
        String scenario = call.person().scenario();
        (bad ? nuisance : good)
                .computeIfAbsent(scenario, name -> new Group())
                .add(run + call.person().id(), call);
        if (call.decided().verdict().callClass() == CallClass.FLOOD) {
            floods.merge(scenario, 1L, Long::sum);
        }
        if (size == labels.length) {
            probabilities = Arrays.copyOf(probabilities, size * 2);
            labels = Arrays.copyOf(labels, size * 2);
        }
        probabilities[size] = call.decided().verdict().probability();
        labels[size++] = bad;
    }

    /** How many calls are over. */
    public int calls() {
        return size;
    }

    /**
     * What was measured.
     *
     * @param order the names of the scenarios in the order of the table
     * @param version of rules and settings
     */
    public Results results(SimulationSettings settings, List<String> order, String version) {
        List<Row> rows = new ArrayList<>();
        for (String scenario : order) {
            add(rows, scenario, false, good);
            add(rows, scenario, true, nuisance);
        }
        double[] p = Arrays.copyOf(probabilities, size);
        boolean[] bad = Arrays.copyOf(labels, size);
        Roc roc = Roc.of(p, bad);
        return new Results(
                settings,
                version,
                rows,
                Row.sum(
                        "all good callers",
                        false,
                        rows.stream().filter(row -> !row.nuisance()).toList()),
                Row.sum(
                        "all nuisance",
                        true,
                        rows.stream().filter(Row::nuisance).toList()),
                decisions(),
                sequences(),
                Reliability.of(p, bad, BINS),
                roc.auc(),
                roc.averagePrecision(),
                floods);
    }

    private static void add(List<Row> rows, String scenario, boolean bad, Map<String, Group> groups) {
        Group group = groups.get(scenario);
        if (group != null) {
            rows.add(group.row(scenario, bad));
        }
    }

    private List<TimeToDecision> decisions() {
        Group group = nuisance.get(HARASSERS);
        return group == null ? List.of() : Harassment.decisions(group.callers());
    }

    private Map<String, List<String>> sequences() {
        Map<String, List<String>> found = new TreeMap<>();
        for (String scenario : SET_PIECES) {
            Group group = nuisance.get(scenario);
            if (group != null) {
                found.put(
                        scenario,
                        group.callers().stream().map(CallerTrace::letters).toList());
            }
        }
        return found;
    }
}
