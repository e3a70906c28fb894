/** What one source did and what followed, where its number belongs, and sources that act as one: for the pages and the REST interface. */
@ApplicationModule(allowedDependencies = {"call", "blocklist", "calllog", "classifier", "report"})
@NullMarked
package dev.quell.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
