/** One look at each store from another process than the service: what it is, and how it stands. Changes nothing. */
@NamedInterface("look")
@NullMarked
package dev.quell.storage.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
