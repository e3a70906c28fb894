/** The fit itself: weights and prior of the classifier's model with the highest posterior on labelled calls. Arithmetic only. */
@NullMarked
package dev.quell.calibration.fit;

import org.jspecify.annotations.NullMarked;
