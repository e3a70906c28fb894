/** Allow and block entries, how they match a caller, and the ladder of automatic blocks. */
@ApplicationModule(allowedDependencies = {"jobs", "call", "history"})
@NullMarked
package dev.quell.blocklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
