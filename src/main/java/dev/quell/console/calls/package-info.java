/** The call log, why each call was treated as it was, and what can be done about its caller. */
@NullMarked
package dev.quell.console.calls;

import org.jspecify.annotations.NullMarked;
