/** A database as the ports over SQL see it: one way in for changes, another for questions. */
@NullMarked
package dev.quell.storage.database;

import org.jspecify.annotations.NullMarked;
