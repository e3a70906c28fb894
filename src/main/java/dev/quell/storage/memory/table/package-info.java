/** A table of callers' packed records in bounded memory, which loads what it does not have. */
@NullMarked
package dev.quell.storage.memory.table;

import org.jspecify.annotations.NullMarked;
