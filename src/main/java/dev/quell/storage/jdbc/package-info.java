/** The embedded SQL database with its one group-commit writer. */
@NullMarked
package dev.quell.storage.jdbc;

import org.jspecify.annotations.NullMarked;
