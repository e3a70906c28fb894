/** Figures of merit for scores and decisions: confusion, curves, intervals, calibration. Pure arithmetic. */
@NamedInterface("measure")
@NullMarked
package dev.quell.backtest.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
