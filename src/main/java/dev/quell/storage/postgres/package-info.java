/** PostgreSQL, the record of all instances that share one mind; nothing of it is loaded on a single machine. */
@NullMarked
package dev.quell.storage.postgres;

import org.jspecify.annotations.NullMarked;
