/** What makes a verdict milder before it is applied: observe mode, safety floor, holdout. */
@NamedInterface("enforcement")
@NullMarked
package dev.quell.screening.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
