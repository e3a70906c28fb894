/** What several instances have to agree upon: which they are, who may act, how often something may be done. Ports; a single instance agrees with itself. */
@ApplicationModule(allowedDependencies = "call")
@NullMarked
package dev.quell.share;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
