/** Good callers who are hard to hear, or not heard at all. */
@NullMarked
package dev.quell.simulation.scenario.unheard;

import org.jspecify.annotations.NullMarked;
