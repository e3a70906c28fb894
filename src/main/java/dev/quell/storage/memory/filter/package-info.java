/** Of which callers the local database has rows, in a few bits each, so that nobody is looked for in vain. */
@NullMarked
package dev.quell.storage.memory.filter;

import org.jspecify.annotations.NullMarked;
