/** Tries what would happen to a number now. */
@NullMarked
package dev.quell.console.trial;

import org.jspecify.annotations.NullMarked;
