/** Questions to the embedded database, asked by threads of their own. */
@NullMarked
package dev.quell.storage.sqlite.read;

import org.jspecify.annotations.NullMarked;
