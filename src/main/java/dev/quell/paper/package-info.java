/** Pages for print, as PDF. */
@ApplicationModule(allowedDependencies = {"call"})
@NullMarked
package dev.quell.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
