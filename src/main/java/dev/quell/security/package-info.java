/** Who may do what: tokens and the endpoints they open. */
@ApplicationModule(allowedDependencies = {"call", "share"})
@NullMarked
package dev.quell.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
