/** What is done about weights and thresholds: they are tried, saved, and earlier ones brought back. */
@NamedInterface("rules")
@NullMarked
package dev.quell.deed.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
