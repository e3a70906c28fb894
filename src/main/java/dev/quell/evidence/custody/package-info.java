/** What the chain tells of packs and legal holds, and what they cover. */
@NamedInterface("custody")
@NullMarked
package dev.quell.evidence.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
