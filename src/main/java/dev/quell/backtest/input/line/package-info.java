/** Lines and fields of delimited text: what is broken is told and passed over, and costs nothing but itself. */
@NullMarked
package dev.quell.backtest.input.line;

import org.jspecify.annotations.NullMarked;
