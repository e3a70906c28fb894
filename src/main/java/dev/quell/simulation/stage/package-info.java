/** The virtual clock, the site's lines and trunks, and calls as callers plan them. */
@NullMarked
package dev.quell.simulation.stage;

import org.jspecify.annotations.NullMarked;
