/** How far agents' flags are to be believed: by how often they held. */
@NamedInterface("trust")
@NullMarked
package dev.quell.flag.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
