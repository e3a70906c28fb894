/** What instances see around calls, told to each other over Redis. */
@NullMarked
package dev.quell.storage.redis.traffic;

import org.jspecify.annotations.NullMarked;
