/** The key that signs packs and the notes of the chain. */
@NamedInterface("key")
@NullMarked
package dev.quell.evidence.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
