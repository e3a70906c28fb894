/** Verdicts and ends are durable in a journal of appended records first; the database takes them in a little later, many at a time. */
@NullMarked
package dev.quell.storage.journal;

import org.jspecify.annotations.NullMarked;
