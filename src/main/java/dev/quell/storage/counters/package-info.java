/** Counters of calls by hour and by source, kept beside the calls in SQL. */
@NullMarked
package dev.quell.storage.counters;

import org.jspecify.annotations.NullMarked;
