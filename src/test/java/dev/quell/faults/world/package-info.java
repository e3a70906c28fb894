/** The servers of a fault test: services as processes of their own, what stands beside them, and what is written down there. */
@NullMarked
package dev.quell.faults.world;

import org.jspecify.annotations.NullMarked;
