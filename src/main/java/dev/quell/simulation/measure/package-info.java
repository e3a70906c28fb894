/** What the simulated callers met, counted against the truth. */
@NullMarked
package dev.quell.simulation.measure;

import org.jspecify.annotations.NullMarked;
