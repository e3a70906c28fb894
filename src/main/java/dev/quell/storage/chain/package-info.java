/** The chain in the database. */
@NullMarked
package dev.quell.storage.chain;

import org.jspecify.annotations.NullMarked;
