/** What a caller hears: dialogues and scripts as data, without input or output. */
@ApplicationModule(allowedDependencies = {"call", "classifier"})
@NullMarked
package dev.quell.treatment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
