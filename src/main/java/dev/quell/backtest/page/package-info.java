/** A backtest's result for people and machines: text, JSON and one self-contained page of HTML. */
@NamedInterface("page")
@NullMarked
package dev.quell.backtest.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
