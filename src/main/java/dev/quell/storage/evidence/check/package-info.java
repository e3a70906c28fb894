/** Looks whether a whole chain holds, and all rows with it. */
@NullMarked
package dev.quell.storage.evidence.check;

import org.jspecify.annotations.NullMarked;
