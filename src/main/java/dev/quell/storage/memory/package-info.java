/** Caches in front of the database. */
@NullMarked
package dev.quell.storage.memory;

import org.jspecify.annotations.NullMarked;
