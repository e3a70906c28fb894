package dev.quell.simulation;

import java.util.List;
import java.util.Set;

/**
 * What is simulated.
 *
 * @param seeds one run each, measured together; the same seed gives the same calls, as long as they are treated the same
 * @param days how long, at least 7
 * @param callers good callers of the bulk, at least 100
 * @param site the call centre
 * @param scenarios names of scenarios; empty: all
 */
public record SimulationSettings(List<Long> seeds, int days, int callers, Site site, Set<String> scenarios) {

    private static final int FEWEST_DAYS = 7;
    private static final int MOST_DAYS = 366;
    private static final int FEWEST_CALLERS = 100;
    private static final int MOST_CALLERS = 5_000_000;

    public SimulationSettings {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException("a run has 7 to 366 days, not " + days);
        }
        if (callers < FEWEST_CALLERS || callers > MOST_CALLERS) {
            throw new IllegalArgumentException("a run has 100 to 5000000 good callers, not " + callers);
        }
        if (seeds.isEmpty() || seeds.size() != Set.copyOf(seeds).size()) {
            throw new IllegalArgumentException("at least one seed is needed, each once, and not " + seeds);
        }
        seeds = List.copyOf(seeds);
        scenarios = Set.copyOf(scenarios);
    }

    /** A fortnight of a commercial call centre with 50,000 good callers. */
    public static SimulationSettings usual() {
        return new SimulationSettings(List.of(1L), 14, 50_000, Site.COMMERCIAL, Set.of());
    }

    /** The same with other seeds. */
    public SimulationSettings seeds(Long... others) {
        return new SimulationSettings(List.of(others), days, callers, site, scenarios);
    }

    /** The same with so many good callers. */
    public SimulationSettings callers(int other) {
        return new SimulationSettings(seeds, days, other, site, scenarios);
    }

    /** The same at another site. */
    public SimulationSettings at(Site other) {
        return new SimulationSettings(seeds, days, callers, other, scenarios);
    }
}
