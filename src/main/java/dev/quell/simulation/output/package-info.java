/** Simulated calls and what was measured, written for people and for programs. */
@NullMarked
package dev.quell.simulation.output;

import org.jspecify.annotations.NullMarked;
