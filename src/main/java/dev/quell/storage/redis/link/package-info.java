/** The way to Redis: connections, scripts, keys, and the breaker that keeps calls from waiting for a server that does not answer. */
@NullMarked
package dev.quell.storage.redis.link;

import org.jspecify.annotations.NullMarked;
