/** Reads the settings as a whole and tells every fault of them at once. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.quell.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
