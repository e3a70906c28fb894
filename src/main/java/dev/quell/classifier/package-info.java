/** Evidence in, verdict out: a pure function of what is known about a call. */
@ApplicationModule(allowedDependencies = {"call", "history", "blocklist", "traffic"})
@NullMarked
package dev.quell.classifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
