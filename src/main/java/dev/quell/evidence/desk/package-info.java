/** Work on evidence beside everything else: packs that wait to be fetched, checks of packs and of the whole log. */
@NamedInterface("desk")
@NullMarked
package dev.quell.evidence.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
