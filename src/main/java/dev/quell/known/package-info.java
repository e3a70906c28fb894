/** The callers whom the site knows: its customers, those with an open ticket, those whom it has called. Only people and the site itself name them. */
@ApplicationModule(allowedDependencies = {"jobs", "call", "history"})
@NullMarked
package dev.quell.known;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
