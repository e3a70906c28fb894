/** How long things take; run by hand with {@code mvn -Pbench package}. */
@NullMarked
package dev.quell.bench;

import org.jspecify.annotations.NullMarked;
