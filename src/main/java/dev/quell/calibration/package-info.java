/** Fits the weights of the classifier on labelled calls and proposes settings; never applies them. */
@ApplicationModule(
        allowedDependencies = {"call", "classifier", "replay", "backtest", "backtest :: input", "backtest :: measure"})
@NullMarked
package dev.quell.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
