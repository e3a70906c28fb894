/** The ports over SQL: the journal, the call log, flags, entries and their age limits. Knows no vendor. */
@NullMarked
package dev.quell.storage.jdbc;

import org.jspecify.annotations.NullMarked;
