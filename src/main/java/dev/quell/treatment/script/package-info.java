/** What happens to a caller under treatment, step by step, for people to read. */
@NamedInterface("script")
@NullMarked
package dev.quell.treatment.script;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
