/** Callers' records as few bytes as they will go into. */
@NullMarked
package dev.quell.storage.memory.packed;

import org.jspecify.annotations.NullMarked;
