/** Nuisance callers. */
@NullMarked
package dev.quell.simulation.scenario.bad;

import org.jspecify.annotations.NullMarked;
