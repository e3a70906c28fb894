/** The recordings that callers hear: what there are, their files in Asterisk's folder, and recordings of the site's own in their place. */
@ApplicationModule(allowedDependencies = {"share"})
@NullMarked
package dev.quell.prompt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
