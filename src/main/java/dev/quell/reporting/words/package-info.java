/** Reports in words: on a page, as CSV and as PDF. */
@NamedInterface("words")
@NullMarked
package dev.quell.reporting.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
