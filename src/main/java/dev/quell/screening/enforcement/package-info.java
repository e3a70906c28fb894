/** What makes a verdict milder before it is applied: observe mode, safety floor, holdout. */
@NullMarked
package dev.quell.screening.enforcement;

import org.jspecify.annotations.NullMarked;
