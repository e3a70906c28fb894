/** The page of what people did. */
@NullMarked
package dev.quell.console.audit;

import org.jspecify.annotations.NullMarked;
