package dev.quell.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.measure.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped rules must show, with 50,000 good callers. */
class GoalsTest {

    @Test
    void shippedRulesReachEveryGoal() {
        SimulationResult result = Simulation.run(
                SimulationSettings.usual(), ReplaySettings.shipped(), Simulation.usualTreatment(), List.of());

        assertThat(result.results().goals()).hasSize(18);
        assertThat(result.results().good().callers()).isGreaterThan(50_000);
        assertThat(result.results().goals()).allMatch(Goal::met);
    }
}
