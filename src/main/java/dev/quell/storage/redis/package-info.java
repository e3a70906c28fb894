/** Redis, which several instances share; off on a single machine. */
@NullMarked
package dev.quell.storage.redis;

import org.jspecify.annotations.NullMarked;
