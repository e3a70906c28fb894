/** Counts what was decided. */
@NamedInterface("tally")
@NullMarked
package dev.quell.backtest.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
