package dev.quell.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.measure.Goal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the shipped rules must show, with 50,000 good callers. */
class GoalsTest {

    /** Goals that the shipped rules do not reach yet. */
    private static final Set<String> OPEN = Set.of(
            "good callers blocked",
            "no block: poisoner",
            "no block: one-way-silence",
            "harassers meet LISTEN or DETER",
            "good identity, flagged for abuse: block or DETER",
            "good identity, never flagged: LISTEN at least");

    @Test
    void shippedRulesReachEveryGoal() {
        SimulationResult result = Simulation.run(
                SimulationSettings.usual(), ReplaySettings.shipped(), Simulation.usualTreatment(), List.of());

        assertThat(result.results().goals()).hasSize(18);
        assertThat(result.results().good().callers()).isGreaterThan(50_000);
        assertThat(result.results().goals())
                .filteredOn(goal -> !OPEN.contains(goal.name()))
                .allMatch(Goal::met);
    }
}
