/** The faults: what fails in a round, for how long, and how it ends. */
@NullMarked
package dev.quell.faults.fault;

import org.jspecify.annotations.NullMarked;
