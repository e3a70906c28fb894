/** Calls as files: what is filtered, safe to open elsewhere, masked as whoever asks may see them. */
@NamedInterface("export")
@NullMarked
package dev.quell.deed.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
