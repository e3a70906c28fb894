/** The embedded database: an SQLite file with one group-commit writer, and readers beside it. */
@NullMarked
package dev.quell.storage.sqlite;

import org.jspecify.annotations.NullMarked;
