/** Rules that act beside the model, in the words find time and max retry, and the entries of the lists. */
@NullMarked
package dev.quell.classifier.rules.counted;

import org.jspecify.annotations.NullMarked;
