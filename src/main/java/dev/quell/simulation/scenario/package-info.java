/** What callers have in common, and the list of all scenarios. */
@NullMarked
package dev.quell.simulation.scenario;

import org.jspecify.annotations.NullMarked;
