/** Agents' flags from a button in place of the code. */
@NullMarked
package dev.quell.web.flags;

import org.jspecify.annotations.NullMarked;
