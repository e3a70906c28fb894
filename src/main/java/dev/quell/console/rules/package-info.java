/** The page of rules: weights and thresholds, what others would have done, their versions. */
@NullMarked
package dev.quell.console.rules;

import org.jspecify.annotations.NullMarked;
