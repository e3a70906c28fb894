/** Weights and thresholds that people save while the service runs: versions of them, what they would have done, and the way back. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "blocklist",
            "classifier",
            "screening",
            "traffic",
            "calllog",
            "backtest",
            "backtest :: result",
            "replay",
            "security :: audit"
        })
@NullMarked
package dev.quell.tuning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
