/** Weights and thresholds: which decide, what others would have done, their revisions and the way back. */
@NullMarked
package dev.quell.web.rules;

import org.jspecify.annotations.NullMarked;
