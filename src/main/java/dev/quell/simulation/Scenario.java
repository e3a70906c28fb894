package dev.quell.simulation;

import dev.quell.simulation.stage.Cast;

/** One kind of caller or event, with the truth about it. */
public interface Scenario {

    /** Small letters, digits and hyphens; unique. */
    String name();

    /** What happens, in one line. */
    String what();

    /** Puts its callers on the stage. */
    void stage(Cast cast);
}
