/** Counts what was decided. */
@NullMarked
package dev.quell.backtest.tally;

import org.jspecify.annotations.NullMarked;
