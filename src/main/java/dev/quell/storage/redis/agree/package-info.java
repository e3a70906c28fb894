/** What instances agree upon over Redis: who acts, how often something may be done, which number an instance has. */
@NullMarked
package dev.quell.storage.redis.agree;

import org.jspecify.annotations.NullMarked;
