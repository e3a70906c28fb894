/** What a caller did before, as far as the call log remembers it. */
@ApplicationModule(allowedDependencies = {"call"})
@NullMarked
package dev.quell.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
