/** Good callers, the ordinary and the odd. */
@NullMarked
package dev.quell.simulation.scenario.good;

import org.jspecify.annotations.NullMarked;
