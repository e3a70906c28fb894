/** Classifies the calls of the past again, under given settings, and measures what that would have done. */
@ApplicationModule(
        allowedDependencies = {"call", "history", "blocklist", "classifier", "calllog", "replay", "traffic", "flag"})
@NullMarked
package dev.quell.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
