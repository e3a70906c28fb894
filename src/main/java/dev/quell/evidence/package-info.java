/** Evidence that stands before strangers: the chain over the call log, packs, legal holds. */
@ApplicationModule(allowedDependencies = {"jobs", "call", "blocklist", "classifier", "flag", "calllog", "paper"})
@NullMarked
package dev.quell.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
