/** Tries weights and thresholds over the calls of the past, in the background. */
@NamedInterface("trial")
@NullMarked
package dev.quell.tuning.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
