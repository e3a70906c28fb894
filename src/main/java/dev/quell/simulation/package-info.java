/** Simulated callers with the truth about each: tests what decides about live calls, and gives a demo something to see. */
@ApplicationModule(
        allowedDependencies = {
            "backtest :: measure",
            "blocklist",
            "call",
            "classifier",
            "flag",
            "history",
            "replay",
            "treatment"
        })
@NullMarked
package dev.quell.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
