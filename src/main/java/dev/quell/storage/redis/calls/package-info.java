/** What callers did, in Redis: written as it happens and again from the records where it was lost, read together with the instance's own records. */
@NullMarked
package dev.quell.storage.redis.calls;

import org.jspecify.annotations.NullMarked;
