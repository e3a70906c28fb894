/** Small rows that bind on all instances: told to Redis as they change, taken from it as others change them. */
@NullMarked
package dev.quell.storage.redis.rows;

import org.jspecify.annotations.NullMarked;
