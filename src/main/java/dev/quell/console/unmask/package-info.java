/** Shows one masked number whole, with a reason. */
@NullMarked
package dev.quell.console.unmask;

import org.jspecify.annotations.NullMarked;
