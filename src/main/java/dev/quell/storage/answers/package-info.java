/** Answers that are kept for requests which must be done once: in this instance's own database, and in a store of all instances where there is one. */
@NullMarked
package dev.quell.storage.answers;

import org.jspecify.annotations.NullMarked;
