/** What goes on around a call: on its trunk, on its line, in its range of numbers. Counts what callers did, never what was decided. */
@ApplicationModule(allowedDependencies = {"call", "history"})
@NullMarked
package dev.quell.traffic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
