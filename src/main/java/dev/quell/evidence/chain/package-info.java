/** The hash chain: leaves, Merkle trees, blocks. Pure. */
@NamedInterface("chain")
@NullMarked
package dev.quell.evidence.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
