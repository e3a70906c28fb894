/** What becomes of a planned call under a treatment: dialogues, waits, agents, and what talk detection makes of it. */
@NullMarked
package dev.quell.simulation.play;

import org.jspecify.annotations.NullMarked;
