/** Counts and sources over a period, for people. */
@ApplicationModule(allowedDependencies = {"call", "classifier", "calllog"})
@NullMarked
package dev.quell.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
