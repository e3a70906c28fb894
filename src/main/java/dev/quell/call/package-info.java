/** The vocabulary: numbers, lines, calls and what became of them. Imports no other package of Quell. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.quell.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
