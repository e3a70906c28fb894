/** Classifies the calls of the past again, under given settings, and measures what that would have done. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "history",
            "traffic",
            "blocklist",
            "classifier",
            "classifier :: rules",
            "flag",
            "screening",
            "replay"
        })
@NullMarked
package dev.quell.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
