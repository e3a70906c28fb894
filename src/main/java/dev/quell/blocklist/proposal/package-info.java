/** Entries that reach far: one person proposes them, another one confirms. */
@NamedInterface("proposal")
@NullMarked
package dev.quell.blocklist.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
