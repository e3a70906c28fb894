/** The use case: screens a call, concludes it, and keeps the order of precedence. */
@ApplicationModule(allowedDependencies = {"call", "history", "blocklist", "classifier", "treatment"})
@NullMarked
package dev.quell.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
