package dev.quell.simulation.measure;

import dev.quell.backtest.measure.Reliability;
import dev.quell.simulation.SimulationSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run measured.
 *
 * @param version of rules and settings
 * @param rows the scenarios, the good callers of each before its nuisance
 * @param good all good callers
 * @param nuisance all nuisance callers
 * @param decisions how soon nuisance callers met what
 * @param sequences what callers of the set pieces met, a letter a call, by scenario; good callers left out
 * @param reliability whether the probability at arrival means what it says, over all calls
 * @param auc area under the ROC curve of the probability at arrival, per call
 * @param averagePrecision of the same
 * @param floodCalls calls taken for part of a flood, by scenario
 */
public record Results(
        SimulationSettings settings,
        String version,
        List<Row> rows,
        Row good,
        Row nuisance,
        List<TimeToDecision> decisions,
        Map<String, List<String>> sequences,
        Reliability reliability,
        double auc,
        double averagePrecision,
        Map<String, Long> floodCalls) {

    public Results {
        rows = List.copyOf(rows);
        decisions = List.copyOf(decisions);
        sequences = Map.copyOf(sequences);
        floodCalls = Map.copyOf(floodCalls);
    }

    /** The line of a scenario's good or nuisance callers, empty if it was not played or has none. */
    public Optional<Row> row(String scenario, boolean nuisance) {
        return rows.stream()
                .filter(row -> row.scenario().equals(scenario) && row.nuisance() == nuisance)
                .findFirst();
    }

    /** What must hold, and whether it does; only what the scenarios that were played can show. */
    public List<Goal> goals() {
        return Goals.of(this);
    }
}
