/** Tells PostgreSQL what this instance has, once and only once. */
@NullMarked
package dev.quell.storage.postgres.ship;

import org.jspecify.annotations.NullMarked;
