/** A data directory as one file, and back. */
@NullMarked
package dev.quell.storage.backup;

import org.jspecify.annotations.NullMarked;
