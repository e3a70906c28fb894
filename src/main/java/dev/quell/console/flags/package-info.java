/** Agents' flags, disputes of callers, and reviews of diverted calls. */
@NullMarked
package dev.quell.console.flags;

import org.jspecify.annotations.NullMarked;
