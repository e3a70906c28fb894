/** Hears from PostgreSQL what other instances changed. */
@NullMarked
package dev.quell.storage.postgres.feed;

import org.jspecify.annotations.NullMarked;
