/** One source: what it did, what was done about it, and what can be done. */
@NullMarked
package dev.quell.console.sources.one;

import org.jspecify.annotations.NullMarked;
