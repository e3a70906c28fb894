/** Packs: made, signed and checked. */
@NamedInterface("pack")
@NullMarked
package dev.quell.evidence.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
