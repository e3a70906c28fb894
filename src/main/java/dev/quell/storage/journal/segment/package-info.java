/** The journal's files: preallocated segments of framed records, one writer, and what reads them back. */
@NullMarked
package dev.quell.storage.journal.segment;

import org.jspecify.annotations.NullMarked;
