package dev.quell.simulation;

import dev.quell.simulation.measure.Goal;
import dev.quell.simulation.measure.Results;
import dev.quell.simulation.output.ResultWriter;
import java.util.List;

/** What a run measured, ready to be written. */
public final class SimulationResult {

    private final Results results;

    SimulationResult(Results results) {
        this.results = results;
    }

    /** The result in a format, ending in a line feed. */
    public String written(SimulationFormat format) {
        return ResultWriter.write(results, format);
    }

    /** The names of the goals that were missed. */
    public List<String> missed() {
        return results.goals().stream()
                .filter(goal -> !goal.met())
                .map(Goal::name)
                .toList();
    }

    /** The figures. */
    Results results() {
        return results;
    }
}
