/** Answers people's questions from the record of all instances, and from this instance's own while that one is away. */
@NullMarked
package dev.quell.storage.postgres.read;

import org.jspecify.annotations.NullMarked;
