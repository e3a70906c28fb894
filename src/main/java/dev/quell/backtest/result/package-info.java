/** What a backtest found: facts for whoever shows them. */
@NamedInterface("result")
@NullMarked
package dev.quell.backtest.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
