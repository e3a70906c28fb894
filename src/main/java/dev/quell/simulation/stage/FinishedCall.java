package dev.quell.simulation.stage;

import dev.quell.replay.Concluded;
import dev.quell.replay.Decided;
import dev.quell.simulation.play.Course;

/**
 * One call that is over: the truth, what was decided, what became of it and what it was taken for.
 *
 * @param ordinal 1 for the caller's first call in the run
 */
public record FinishedCall(Person person, int ordinal, Decided decided, Course course, Concluded concluded) {}
